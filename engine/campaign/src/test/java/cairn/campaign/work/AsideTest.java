package cairn.campaign.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.Code;
import cairn.codes.catalogue.Codes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On real outputs of pw.x, by what these print: `smearing contrib. (-TS)` in Ry, and `total magnetization`.
class AsideTest {
    private static final Path OUTPUTS =
            Path.of(System.getProperty("cairn.root"), "engine/codes/src/test/resources/cairn/codes/output/espresso");

    private static final double RYDBERG = 13.605693122994;
    private static final double OF_ONE_LITHIUM = 0.00030120 * RYDBERG;
    private static final double OF_TWO_ATOMS = 0.05254648 * RYDBERG;

    @TempDir
    private Path calculation;

    private static Code code(String settings) {
        return Codes.of(settings).orElseThrow();
    }

    private static Code smeared() {
        return code("""
                {"use":"qe","functional":"PBE","cutoff_ev":400.0,"k_points":{"mesh":[1,1,1]},
                 "smearing":"marzari-vanderbilt","smearing_width_ev":0.1,"scf_convergence_ev":1e-6,
                 "scf_iterations":100,"pseudopotentials":"debian-espresso"}""");
    }

    private Path attempt(int number, String output) throws IOException {
        Path engine = Files.createDirectories(calculation.resolve("attempt-" + number + "/engine-0"));
        Files.copy(OUTPUTS.resolve(output), engine.resolve("screen"));
        return calculation.resolve("attempt-" + number);
    }

    @Test
    void entropy_and_moment_are_those_of_all_attempts() throws IOException {
        Path first = attempt(1, "li_3.44.out");
        assertThat(said(first, Aside.ENTROPY)).isCloseTo(OF_ONE_LITHIUM, within(1e-9));

        Path second = attempt(2, "lsda.out");
        assertThat(said(second, Aside.ENTROPY)).isCloseTo(OF_TWO_ATOMS / 2, within(1e-9));
        assertThat(said(second, Aside.MOMENT)).isZero();
    }

    private static double said(Path attempt, String key) {
        return Aside.of(attempt, smeared()).orElseThrow().required(key).doubleValue();
    }

    @Test
    void what_a_killed_code_left_is_no_mistake() throws IOException {
        Path attempt = attempt(1, "li_3.44.out");
        Path engine = Files.createDirectories(attempt.resolve("engine-1"));
        Files.write(engine.resolve("screen"), new byte[] {0, 1, 2, 3});

        assertThat(Aside.of(attempt, smeared())).isPresent();
    }

    @Test
    void a_code_without_smearing_says_nothing_more() throws IOException {
        Path attempt = attempt(1, "li_3.44.out");

        assertThat(Aside.of(attempt, code("builtin/meam-lisi"))).isEmpty();
    }
}
