package cairn.structure.format;

import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Structure;
import java.util.List;
import java.util.Objects;

/// One structure of a file that may hold many, and what the file says was computed for it.
public record Frame(Structure structure, Computed computed) {
    public Frame {
        Objects.requireNonNull(structure);
        int forces = switch (computed) {
            case Computed.ForcesOnly(Forces given) -> given.count();
            case Computed.EnergyAndForces(Evaluation evaluation) ->
                evaluation.forces().count();
            case Computed.Nothing _, Computed.Energy _ -> structure.count();
        };
        if (forces != structure.count()) {
            throw new IllegalArgumentException(forces + " forces for " + structure.count() + " atoms");
        }
    }

    public static Frame of(Structure structure) {
        return new Frame(structure, new Computed.Nothing());
    }

    public static Frame of(Structure structure, Evaluation evaluation) {
        return new Frame(structure, new Computed.EnergyAndForces(evaluation));
    }

    /// What a file says of a structure besides where its atoms are.
    public sealed interface Computed {
        record Nothing() implements Computed {}

        record Energy(double energyEv) implements Computed {}

        record ForcesOnly(Forces forces) implements Computed {}

        record EnergyAndForces(Evaluation evaluation) implements Computed {}
    }

    /// The structure of the only frame.
    static Structure only(List<Frame> frames, Lines lines) {
        if (frames.size() != 1) {
            throw lines.problemOfFile(
                    "the file holds " + frames.size() + " structures, not one", "keep the one that is meant");
        }
        return frames.getFirst().structure();
    }
}
