package cairn.codes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.output.Fixtures;
import cairn.codes.output.Output;
import cairn.codes.output.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// People append the output of a restart to that of the run before: `pw.x -in relax.in >> relax.out`.
class AppendedOutputsTest {
    @TempDir
    private Path folder;

    private static Output read(Path file) {
        return Outputs.of(file).orElseThrow().read(file, _ -> {});
    }

    private static Verdict moved(Verdict verdict, long by) {
        return verdict instanceof Verdict.Truncated(long at) ? new Verdict.Truncated(at + by) : verdict;
    }

    @ParameterizedTest
    @CsvSource({
        "espresso/scf_notconv.out, espresso/scf.out",
        "espresso/scf.out, espresso/relax_notconv.out",
        "espresso/overlap.out, espresso/relax.out",
        "cp2k/scf_notconv.out, cp2k/ok.out",
        "cp2k/ok.out, cp2k/scf_notconv.out",
        "cp2k/missing_basis.out, cp2k/ok.out",
        "cp2k/wall.out, cp2k/geo_ok.out",
        "cp2k/killed.out, cp2k/geo_ok.out",
        "cp2k/geo_ok.out, cp2k/geomax.out",
        "lammps/timeout.log, lammps/relaxed.log",
        "lammps/killed.log, lammps/relaxed.log",
        "lammps/relaxed.log, lammps/killed.log",
        "lammps/relaxed.log, lammps/min_noconv.log"
    })
    void how_the_last_run_in_a_file_ended_counts(String first, String second) throws IOException {
        Path file = folder.resolve("both");
        try (OutputStream both = Files.newOutputStream(file)) {
            Files.copy(Fixtures.file(first), both);
            Files.copy(Fixtures.file(second), both);
        }
        Path alone = Files.copy(Fixtures.file(second), folder.resolve("alone"));

        Output output = read(file);

        assertThat(output.verdict()).isEqualTo(moved(read(alone).verdict(), Files.size(Fixtures.file(first))));
        assertThat(output.last()).hasToString(read(alone).last().toString());
        assertThat(output.warnings()).anyMatch(warning -> warning.startsWith("the file holds the texts of 2 runs"));
    }
}
