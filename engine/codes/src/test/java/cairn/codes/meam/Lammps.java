package cairn.codes.meam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// LAMMPS with the KIM model of the potential, through Debian's Python and the scripts in `src/test/python`.
final class Lammps {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final long LIMIT_SECONDS = 300;

    private Lammps() {}

    /// Skips the test, or fails it under CI, where LAMMPS is not installed.
    static void assumeInstalled() {
        boolean installed = Files.isExecutable(PYTHON)
                && Files.exists(Path.of("/usr/lib/python3/dist-packages/lammps"))
                && Files.exists(Path.of("/usr/lib/x86_64-linux-gnu/kim-api/portable-models"
                        + "/MEAM_LAMMPS_CuiGaoCui_2012_LiSi__MO_557492625287_000"));
        if (installed) {
            return;
        }
        String missing = "LAMMPS is not here: install python3-lammps, python3-numpy and openkim-models";
        assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
        abort(missing);
    }

    /// The lines that a script prints; it runs in the folder, and must end well.
    static List<String> run(Path folder, String script, Path argument) {
        Path output = folder.resolve(script + ".out");
        List<String> command = new ArrayList<>(
                List.of(PYTHON.toString(), scripts().resolve(script).toString()));
        command.add(argument.toAbsolutePath().toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        try {
            Process process = builder.start();
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("exit status of %s", command).isZero();
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException("running " + command, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }

    private static Path scripts() {
        return Path.of(System.getProperty("cairn.root"), "engine/codes/src/test/python");
    }
}
