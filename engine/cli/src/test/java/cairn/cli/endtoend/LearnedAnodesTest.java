package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The mean voltages of `workflows/anodes/learned.yaml`, of some of its anodes.
@Tag("slow")
class LearnedAnodesTest {
    private static final String WORKFLOW =
            CairnProcess.ROOT.resolve("workflows/anodes/learned.yaml").toString();

    @TempDir
    private static Path folder;

    private static JsonNode steps;

    @BeforeAll
    static void run_it() throws Exception {
        Path python = CairnProcess.ROOT.resolve(".cairn/python/bin/python");
        Needs.file(python);
        CairnProcess.Ended run = new CairnProcess(folder, Map.of("CAIRN_PYTHON", python.toString()))
                .run(Stream.concat(Stream.of("run", WORKFLOW, "--dir", "learned"), settings())
                        .toArray(String[]::new));
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        steps = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("learned/results.json")))
                .required("steps");
    }

    /// Their structures are those of measured lattices: relaxed less closely, they have the same voltages within 10 mV.
    private static Stream<String> settings() {
        return Stream.of(
                        "matrix.anode=[LiAl, LiSi, LiSb]",
                        "steps.hosts.fmax=0.1",
                        "steps.hosts.stress_max=1",
                        "steps.filled.fmax=0.1",
                        "steps.filled.stress_max=1",
                        "steps.others.fmax=0.1",
                        "steps.others.stress_max=1")
                .flatMap(setting -> Stream.of("--set", setting));
    }

    /// LiAl at 0 K: 0.451 V (Huggins' line of 0.451 V - 0.220 mV/K). Li17Si4: the PBE energies of Oviedo et al. (2023)
    /// give 0.307 V up to Li15Si4, and the last half lithium comes in at some 0.05 V. Li3Sb: 0.91 and 0.88 V at 400
    /// degrees Celsius. A learned potential is expected within the error of a functional.
    @ParameterizedTest
    @CsvSource({"LiAl, 0.451, 0.1", "LiSi, 0.277, 0.03", "LiSb, 0.9, 0.1"})
    void mean_voltages_are_those_that_are_known(String anode, double volt, double error) {
        assertThat(result("alloyed[anode=" + anode + "]")
                        .required("mean_voltage_v")
                        .doubleValue())
                .isCloseTo(volt, within(error));
    }

    /// Mg2Si + 17/4 Li = 1/4 Li17Si4 + 2 Mg, from the energies of the cells.
    @Test
    void the_voltage_of_a_host_that_falls_apart_is_that_of_the_reaction() {
        double products = energy("filled[anode=LiSi]") / 20 + 2 * energy("others[metal=Mg]") / 2;
        double educts = energy("others[metal=Mg2Si]") / 4 + 4.25 * energy("others[metal=Li]") / 2;

        assertThat(result("converted").required("mean_voltage_v").doubleValue())
                .isCloseTo((educts - products) / 4.25, within(1e-9));
    }

    @Test
    void no_potential_is_flagged() {
        for (String anode : new String[] {"LiAl", "LiSi", "LiSb"}) {
            assertThat(result("alloyed[anode=" + anode + "]")
                            .required("findings")
                            .toString())
                    .doesNotContain(" V is printed");
        }
    }

    private static JsonNode result(String step) {
        return steps.required(step).required("result");
    }

    private static double energy(String step) {
        return result(step).required("energy_ev").doubleValue();
    }
}
