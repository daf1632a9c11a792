package cairn.cli.band;

import static cairn.cli.band.Run.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A vacancy hop in copper that LAMMPS searches here, once for all tests (about three seconds).
class LammpsBandTest {
    private static final double AGREEMENT_EV = 1e-4;
    private static final Path POTENTIAL = Path.of("/usr/share/lammps/potentials/Cu_u3.eam");

    @TempDir
    private static Path ran;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Run.needs("lmp", "lammps");
        Run.needs("mpirun", "openmpi-bin");
        Run.resource("in.vacancy", ran);
        Files.copy(POTENTIAL, ran.resolve("Cu_u3.eam"));
        // The atom with id 2 hops into the hole, which is where the one with id 1 was.
        Files.writeString(ran.resolve("final.hop"), "1\n2 0.0 0.0 0.0\n");
        List<String> mpirun =
                List.of("mpirun", "--oversubscribe", "--bind-to", "none", "--mca", "mpi_yield_when_idle", "1");
        List<String> lammps = List.of("-np", "5", "lmp", "-partition", "5x1", "-in", "in.vacancy");
        String[] command = Stream.concat(mpirun.stream(), lammps.stream()).toArray(String[]::new);
        assertThat(Run.program(ran, "said.txt", command)).isZero();
    }

    @Test
    void a_band_that_lammps_ran_here_has_the_barriers_that_lammps_prints() throws IOException {
        JsonNode band = Run.band(ran);

        assertThat(number(band, "barrier_forward_ev")).isCloseTo(column("EBF"), within(AGREEMENT_EV));
        assertThat(number(band, "barrier_reverse_ev")).isCloseTo(column("EBR"), within(AGREEMENT_EV));
        assertThat(band.at("/profile/coordinates_ang/4").doubleValue()).isCloseTo(column("RDT"), within(1e-4));
        assertThat(band.required("code").asString()).isEqualTo("LAMMPS");
        assertThat(band.at("/convergence/saddle").asString()).isEqualTo("yes");
        assertThat(band.at("/convergence/path").asString()).isEqualTo("yes");
    }

    @Test
    void forces_dumped_after_the_band_was_let_go_make_the_curve_consistent_with_them() {
        JsonNode band = Run.band(ran);

        assertThat(band.required("force_consistent").booleanValue()).isTrue();
        assertThat(band.required("missing")).isEmpty();
        assertThat(number(band, "barrier_error_ev")).isLessThan(1e-3);
    }

    @Test
    void forces_dumped_while_the_band_pulls_hold_springs_and_the_user_is_told() throws IOException {
        copy(name -> !name.startsWith("final."));

        JsonNode band = Run.band(folder);
        JsonNode whole = Run.band(ran);

        assertThat(band.required("force_consistent").booleanValue()).isFalse();
        assertThat(band.at("/missing/0/todo").asString()).contains("unfix", "run 0", "write_dump");
        assertThat(band.at("/profile/slopes_from/1").asString()).isEqualTo("energies");
        assertThat(band.at("/profile/slopes_from/2").asString()).isEqualTo("forces");
        for (int image = 0; image < 5; image++) {
            String across = "/profile/fmax_across_ev_per_ang/" + image;
            assertThat(band.at(across).doubleValue()).isCloseTo(whole.at(across).doubleValue(), within(2e-4));
        }
        assertThat(band.at("/profile/fmax_true_ev_per_ang/2").doubleValue())
                .isCloseTo(whole.at("/profile/fmax_true_ev_per_ang/2").doubleValue(), within(2e-4));
        assertThat(band.at("/profile/fmax_true_ev_per_ang/1").isNull()).isTrue();
    }

    @Test
    void the_log_alone_gives_the_profile_and_the_barriers() throws IOException {
        copy(name -> name.equals("log.lammps"));

        JsonNode band = Run.band(folder);

        assertThat(number(band, "barrier_forward_ev")).isCloseTo(column("EBF"), within(AGREEMENT_EV));
        assertThat(band.at("/profile/coordinates_ang/4").doubleValue()).isCloseTo(column("RDT"), within(1e-6));
        assertThat(band.at("/convergence/saddle").asString()).isEqualTo("unknown");
        assertThat(band.required("missing")
                        .valueStream()
                        .map(gap -> gap.required("what").asString()))
                .anyMatch(gap -> gap.startsWith("there is no dump of each replica"));
    }

    @Test
    void the_copy_of_the_table_on_the_screen_serves_as_well() throws IOException {
        copy(name -> name.equals("said.txt"));

        assertThat(number(Run.band(folder), "barrier_forward_ev")).isCloseTo(column("EBF"), within(AGREEMENT_EV));
    }

    @Test
    void a_run_that_was_killed_before_its_first_step_says_so() throws IOException {
        String log = Files.readString(ran.resolve("log.lammps"));
        Files.writeString(folder.resolve("log.lammps"), log.substring(0, log.indexOf("PEN") + 4));

        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("no line with the energies of all replicas", "wait until the first step");
    }

    @Test
    void a_file_that_was_cut_anywhere_is_no_fault_of_ours() throws IOException {
        copy(name -> name.matches("log\\.lammps(\\.0)?|final\\.\\d\\.dump"));

        Cuts.of(folder);
    }

    private void copy(java.util.function.Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(ran)) {
            for (Path file : files.filter(file -> wanted.test(file.getFileName().toString()))
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /// From the last line of the table, by the heading above it.
    private static double column(String name) throws IOException {
        List<String> lines = Files.readAllLines(ran.resolve("log.lammps"));
        List<String> heading = lines.stream()
                .filter(line -> line.startsWith("Step"))
                .map(line -> List.of(line.strip().split("\\s+")))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(lines.getLast().strip().split("\\s+")[heading.indexOf(name)]);
    }
}
