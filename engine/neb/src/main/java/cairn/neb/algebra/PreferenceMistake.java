package cairn.neb.algebra;

import java.io.Serial;

/// The user prefers an implementation that does not exist, or demands one that is not there. The message says all.
public final class PreferenceMistake extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    PreferenceMistake(String message) {
        super(message);
    }
}
