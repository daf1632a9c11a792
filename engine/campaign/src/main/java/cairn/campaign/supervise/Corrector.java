package cairn.campaign.supervise;

import cairn.codes.CodeError;
import cairn.codes.NativeRuns;
import java.util.Optional;

/// Who may know what to change after an error of a code.
public interface Corrector {
    /// What the next run is to be done with, after one with `failed` ended with this error; empty where nothing helps.
    Optional<NativeRuns> corrected(CodeError error, NativeRuns failed);

    /// One who never knows better.
    static Corrector none() {
        return (_, _) -> Optional.empty();
    }
}
