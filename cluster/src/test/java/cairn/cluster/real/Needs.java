package cairn.cluster.real;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a test needs of the machine. Without it the test is skipped in plain words; with `CI=true` it fails.
public final class Needs {
    private Needs() {}

    /// The programs, in the path or where daemons lie.
    public static void programs(String... names) {
        for (String name : names) {
            if (!isInstalled(name)) {
                missing("the program '" + name + "' is not installed here");
            }
        }
    }

    /// A file that `verify` makes.
    public static void file(Path file) {
        if (!Files.exists(file)) {
            missing(file + " is not there; ./verify says why");
        }
    }

    public static void root() {
        if (!System.getProperty("user.name").equals("root")) {
            missing("this test must run as root");
        }
    }

    private static boolean isInstalled(String name) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
        return Arrays.stream(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static void missing(String words) {
        if ("true".equals(System.getenv("CI"))) {
            fail(words);
        }
        abort(words);
    }
}
