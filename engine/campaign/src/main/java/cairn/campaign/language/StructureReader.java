package cairn.campaign.language;

import cairn.structure.Structure;
import java.nio.file.Path;

/// Reads structure files, whatever their format.
@FunctionalInterface
public interface StructureReader {
    /// The structure in a file, its cell repeated.
    Read read(Path file, Repeats repeats);

    /// What came of it.
    sealed interface Read {
        record Loaded(Structure structure) implements Read {}

        /// `why` is one sentence for the user: where in the file, what, what to do.
        record Unreadable(String why) implements Read {}
    }
}
