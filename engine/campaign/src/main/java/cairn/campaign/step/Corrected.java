package cairn.campaign.step;

import cairn.codes.correction.Remedy;
import java.time.Instant;

/// A correction that a job has made of its numerics, and when: two jobs may well make the same one.
public record Corrected(Instant at, Remedy remedy) {}
