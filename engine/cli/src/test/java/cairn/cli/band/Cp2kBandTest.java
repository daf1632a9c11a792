package cairn.cli.band;

import static cairn.cli.band.Run.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The inversion of ammonia, a few steps of it, by the GFN1-xTB of CP2K.
@Tag("slow")
class Cp2kBandTest {
    private static final double AGREEMENT_EV = 1e-4;
    private static final double HARTREE_EV = 27.211386;
    private static final double BOHR_ANG = 0.529177;

    @TempDir
    private Path folder;

    @Test
    void a_band_that_cp2k_ran_here_has_the_energies_and_distances_that_cp2k_lists()
            throws IOException, InterruptedException {
        Run.needs("cp2k.psmp", "cp2k and cp2k-data");
        Run.resource("nh3.inp", folder);
        assertThat(Run.program(folder, "nh3.out", "cp2k.psmp", "-i", "nh3.inp")).isZero();
        double[] listed = listed();

        JsonNode band = Run.band(folder);

        assertThat(number(band, "barrier_forward_ev"))
                .isCloseTo(HARTREE_EV * (listed[3] - listed[1]), within(AGREEMENT_EV));
        assertThat(number(band, "barrier_reverse_ev"))
                .isCloseTo(HARTREE_EV * (listed[3] - listed[5]), within(AGREEMENT_EV));
        for (int step = 0; step < 4; step++) {
            assertThat(band.at("/profile/steps_ang/" + step).doubleValue())
                    .isCloseTo(BOHR_ANG * listed[6 + step], within(1e-4));
        }
        assertThat(band.required("force_consistent").booleanValue()).isTrue();
        assertThat(band.required("code_version").asString()).startsWith("20");
        cut();
        withoutForces(band);
    }

    private void cut() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String name : List.of("nh3-BAND2.out", "nh3-1.restart", "nh3.out")) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        for (int replica = 1; replica <= 5; replica++) {
            String name = "nh3-pos-Replica_nr_" + replica + "-1.xyz";
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        Cuts.of(copy);
    }

    /// The outputs of the replicas hold the forces.
    private void withoutForces(JsonNode whole) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path output : files.filter(file -> file.toString().matches(".*-BAND\\d+\\.out"))
                    .toList()) {
                Files.delete(output);
            }
        }
        JsonNode band = Run.band(folder);

        assertThat(number(band, "barrier_forward_ev")).isEqualTo(number(whole, "barrier_forward_ev"));
        assertThat(band.required("force_consistent").booleanValue()).isFalse();
        assertThat(band.at("/missing/0/todo").asString()).contains("&FORCES ON");
    }

    /// The last line of nh3-1.ener: step, energies (Hartree), distances (bohr).
    private double[] listed() throws IOException {
        return Arrays.stream(Files.readAllLines(folder.resolve("nh3-1.ener"))
                        .getLast()
                        .strip()
                        .split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
