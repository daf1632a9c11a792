package cairn.campaign.step;

import cairn.cluster.Resources;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One run of a code, as a job: its inputs are rendered purely, its outputs are parsed into a result.
public interface Calculation {
    CalculationId id();

    Resources resources();

    /// The input files, the command, the outputs. Pure; its hash decides whether the calculation must run again.
    Rendered render();

    /// Reads what a job left in its attempt directory (its sentinel is verified already).
    Outcome collect(Path directory);

    /// What the job of the directory, running or ended, has had to change of its numerics so far, those of earlier
    /// attempts included.
    default List<Corrected> corrections(Path directory) {
        return List.of();
    }

    /// How far the attempt in a directory has come, in a measure of the calculation's own that only grows as it gets on
    /// and that a further attempt goes on with.
    default long reached(Path directory) {
        return 0;
    }

    /// What a job that runs in the directory knows so far, for readers; empty if it tells nothing.
    default Optional<ObjectNode> progress(Path directory) {
        return Optional.empty();
    }
}
