package cairn.codes.lammps;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.CodeError;
import cairn.codes.Reading;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against logs that LAMMPS really left; each file says on its first line where it is from.
class KnownErrorsTest {
    private static final Task.Relax TASK = new Task.Relax(Silicon.crystal(1), Task.CellMotion.FIXED, 0.01, 1e-4, 100);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "lost_atoms, lammps/lost-atoms",
        "bad_model, lammps/unknown-model",
        "bad_species, lammps/unknown-species",
        "simulator_model, lammps/unknown-pair-style",
        "bad_cmd, lammps/bad-input",
        "missing_data, lammps/bad-data",
        "truncated_data, lammps/bad-data"
    })
    void a_failed_run_is_known_by_its_signature(String log, String signature) throws IOException {
        Reading parsed = parse(log);
        assertThat(parsed).isInstanceOfSatisfying(Reading.Failed.class, failed -> {
            assertThat(failed.error().signature()).isEqualTo(signature);
            assertThat(failed.error().message()).contains("ERROR");
            assertThat(failed.error().advice()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({"killed", "oom"})
    void a_run_that_was_killed_is_incomplete(String log) throws IOException {
        assertThat(parse(log)).isInstanceOf(Reading.Stopped.class);
    }

    @Test
    void an_allocation_that_failed_is_out_of_memory() {
        assertThat(KnownErrors.of("ERROR on proc 0: Failed to allocate 288000000 bytes for array atom:x"))
                .extracting(CodeError::signature)
                .isEqualTo("lammps/out-of-memory");
    }

    @Test
    void an_error_that_nobody_knows_is_passed_on_word_by_word() {
        assertThat(KnownErrors.of("ERROR: Something new (src/new.cpp:1)"))
                .isEqualTo(new CodeError(
                        "lammps/unknown",
                        "LAMMPS says: ERROR: Something new (src/new.cpp:1)",
                        "Look the words up in LAMMPS's manual, page Errors."));
    }

    private Reading parse(String log) throws IOException {
        try (InputStream captured = getClass().getResourceAsStream(log + ".log")) {
            Files.copy(Objects.requireNonNull(captured, log), folder.resolve("log.lammps"));
        }
        return Lammps.withLithiumSilicon().nativeRuns().orElseThrow().read(TASK, new Start.Beginning(), folder);
    }
}
