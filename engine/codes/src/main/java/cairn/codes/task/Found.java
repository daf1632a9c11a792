package cairn.codes.task;

import cairn.structure.Evaluation;
import cairn.structure.Structure;
import cairn.structure.band.BandRecord;
import java.util.Objects;

/// What a run that is over has found, and the version of the code as the code itself states it.
public sealed interface Found {
    String codeVersion();

    /// The structure at the end, and what the code says of it. `steps` counts what has been evaluated by the run.
    record Point(Structure structure, Evaluation evaluation, int steps, String codeVersion) implements Found {
        public Point {
            Objects.requireNonNull(structure);
            Objects.requireNonNull(evaluation);
        }
    }

    /// A band at rest, after so many iterations of the run.
    record Path(BandRecord band, int iterations, String codeVersion) implements Found {
        public Path {
            Objects.requireNonNull(band);
        }
    }
}
