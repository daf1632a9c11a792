package cairn.campaign.step;

import cairn.cluster.Resources;
import java.nio.file.Path;

/// One run of a code, as a job: its inputs are rendered purely, its outputs are parsed into a result.
public interface Calculation {
    CalculationId id();

    Resources resources();

    /// The input files, the command, the outputs. Pure; its hash decides whether the calculation must run again.
    Rendered render();

    /// Reads what a job left in its attempt directory (its sentinel is verified already).
    Outcome collect(Path directory);
}
