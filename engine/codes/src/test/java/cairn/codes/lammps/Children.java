package cairn.codes.lammps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The living child processes that work in a folder, or below it.
final class Children {
    private Children() {}

    static List<ProcessHandle> in(Path folder) {
        return ProcessHandle.current()
                .children()
                .filter(child -> worksIn(folder, child))
                .toList();
    }

    /// One that is gone has no folder.
    private static boolean worksIn(Path folder, ProcessHandle child) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(child.pid()), "cwd"))
                    .startsWith(folder.toRealPath());
        } catch (IOException _) {
            return false;
        }
    }
}
