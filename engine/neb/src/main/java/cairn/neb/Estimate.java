package cairn.neb;

import java.util.OptionalInt;

/// What a search that goes on knows of the barriers (eV), how uncertain they are (eV, one standard deviation; infinite
/// where nothing tells it), and how many rounds it expects to need still, where it can tell.
public record Estimate(double barrierForward, double barrierReverse, double uncertainty, OptionalInt roundsLeft) {}
