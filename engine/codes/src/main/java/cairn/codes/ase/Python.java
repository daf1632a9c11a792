package cairn.codes.ase;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The Python that has a module: the one that `CAIRN_PYTHON` names, and no other; if it names none, the first on the
/// path, else the system's.
public final class Python {
    private static final String VARIABLE = "CAIRN_PYTHON";
    private static final List<String> USUAL = List.of("python3", "/usr/bin/python3");
    private static final long LONGEST_SECONDS = 60;

    private Python() {}

    /// The command of a Python that can import the module; if none can, of one whose words say why.
    public static String with(String module) {
        return Optional.ofNullable(System.getenv(VARIABLE)).orElseGet(() -> usual(module));
    }

    private static String usual(String module) {
        return USUAL.stream()
                .filter(python -> imports(python, module))
                .findFirst()
                .orElse(USUAL.getFirst());
    }

    private static boolean imports(String python, String module) {
        try {
            Process probe = new ProcessBuilder(
                            python,
                            "-c",
                            "import importlib.util,sys; sys.exit(importlib.util.find_spec(sys.argv[1]) is None)",
                            module)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
