package cairn.cli.band;

import static cairn.cli.band.Run.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A gold atom hops on aluminium, searched by ASE here, once for all tests (a few seconds).
class AseBandTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    private static Path ran;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Run.needsPython("ase", "python3-ase and python3-numpy");
        Run.resource("neb_emt.py", ran);
        assertThat(Run.program(ran, "said.txt", PYTHON, "-W", "ignore", "neb_emt.py"))
                .isZero();
    }

    @Test
    void the_last_band_of_a_trajectory_is_found_by_its_endpoints_and_has_the_energies_of_ase() throws IOException {
        JsonNode band = Run.band(ran.resolve("neb.traj"));

        assertThat(band.at("/profile/energies_ev").size()).isEqualTo(5);
        for (int image = 0; image < 5; image++) {
            assertThat(band.at("/profile/energies_ev/" + image).doubleValue())
                    .isCloseTo(energies()[image], within(1e-9));
        }
        assertThat(number(band, "barrier_forward_ev")).isCloseTo(energies()[2] - energies()[0], within(1e-4));
        assertThat(band.at("/convergence/saddle").asString()).isEqualTo("yes");
        assertThat(band.at("/convergence/path").asString()).isEqualTo("yes");
        assertThat(band.required("missing")).isEmpty();
    }

    @Test
    void beside_the_relaxations_of_its_endpoints_the_band_is_the_one_meant() {
        assertThat(Run.band(ran).at("/files").valueStream().map(JsonNode::asString))
                .contains("neb.traj");
        assertThat(Run.band(ran).at("/profile/energies_ev").size()).isEqualTo(5);
    }

    @Test
    void an_extended_xyz_file_of_the_same_band_says_the_same() {
        JsonNode trajectory = Run.band(ran.resolve("neb.traj"));
        JsonNode text = Run.band(ran.resolve("band.extxyz"));

        assertThat(number(text, "barrier_forward_ev"))
                .isCloseTo(number(trajectory, "barrier_forward_ev"), within(1e-7));
        assertThat(number(text, "barrier_error_ev")).isCloseTo(number(trajectory, "barrier_error_ev"), within(1e-6));
        assertThat(text.at("/missing/0/what").asString()).contains("the 8 that never move are taken as fixed");
    }

    @Test
    void the_user_can_say_how_many_images_there_are() {
        JsonNode band = Run.band(ran.resolve("neb.traj"), "--images", "5");

        assertThat(number(band, "barrier_forward_ev"))
                .isEqualTo(number(Run.band(ran.resolve("neb.traj")), "barrier_forward_ev"));
    }

    @Test
    void a_trajectory_that_was_cut_is_refused_in_one_line() throws IOException {
        byte[] whole = Files.readAllBytes(ran.resolve("neb.traj"));
        Files.write(folder.resolve("neb.traj"), Arrays.copyOf(whole, whole.length / 2));

        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains("neb.traj", "cut or damaged");
    }

    @Test
    void a_file_that_was_cut_anywhere_is_no_fault_of_ours() throws IOException {
        Files.copy(ran.resolve("neb.traj"), folder.resolve("neb.traj"));
        Cuts.of(folder);

        Files.delete(folder.resolve("neb.traj"));
        Files.copy(ran.resolve("band.extxyz"), folder.resolve("band.extxyz"));
        Cuts.of(folder);
    }

    /// The last lines that the script prints: image and energy.
    private static double[] energies() throws IOException {
        List<String> lines = Files.readAllLines(ran.resolve("said.txt"));
        return lines.subList(lines.size() - 5, lines.size()).stream()
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .toArray();
    }
}
