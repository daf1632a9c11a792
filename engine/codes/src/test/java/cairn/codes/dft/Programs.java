package cairn.codes.dft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a test has started. Classes of tests run side by side in one process, so a program is known by its folder.
public final class Programs {
    private Programs() {}

    /// The living ones that work in a folder or below.
    public static Stream<ProcessHandle> in(Path folder) {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .filter(process -> worksIn(process, folder));
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .startsWith(folder.toRealPath());
        } catch (IOException _) {
            return false;
        }
    }
}
