package cairn.codes;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which keys a code's own input has, as far as its manual lists them.
public sealed interface OwnKeys {
    /// Whatever stands there goes to the code as it is.
    record Anything() implements OwnKeys {}

    /// These keys, in lower case, and no others; each with what may stand below it.
    record Only(SortedMap<String, OwnKeys> keys) implements OwnKeys {
        public Only {
            keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        }
    }
}
