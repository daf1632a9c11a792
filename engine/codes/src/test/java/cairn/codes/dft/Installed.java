package cairn.codes.dft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a test needs of the machine: skipped without it, failed with `CI=true`.
public final class Installed {
    private Installed() {}

    /// CP2K with its basis sets.
    public static void cp2k() {
        program("cp2k.psmp", "cp2k");
        file("/usr/share/cp2k/BASIS_MOLOPT", "cp2k-data");
    }

    public static void program(String name, String package_) {
        boolean found = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        need(found, name + " on the PATH (Debian: " + package_ + ")");
    }

    public static void file(String path, String package_) {
        need(Files.exists(Path.of(path)), path + " (Debian: " + package_ + ")");
    }

    /// A module of the Python that Debian's packages are for.
    public static void python(String module, String package_) {
        boolean found = Files.exists(Path.of("/usr/lib/python3/dist-packages", module));
        need(found, "the Python module " + module + " (Debian: " + package_ + ")");
    }

    private static void need(boolean found, String what) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found).as(what).isTrue();
        }
        assumeTrue(found, "not installed: " + what);
    }
}
