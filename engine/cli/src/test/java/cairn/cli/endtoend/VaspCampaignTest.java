package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `code: vasp` from the command line, with POTCARs that are made up, and with a stand-in for VASP that computes with
/// ASE's EMT: VASP itself is not here.
@Tag("slow")
class VaspCampaignTest {
    private static final Path STAND_IN =
            CairnProcess.ROOT.resolve("engine/codes/src/test/resources/cairn/codes/dft/vasp/vasp_std");
    private static final Path LITHIUM_IN_SILICON =
            CairnProcess.ROOT.resolve("workflows/li-in-silicon-vasp/workflow.yaml");

    /// In no other file than a POTCAR.
    private static final String SECRET = "a line that no other file may hold";

    /// vasprun.xml has eight decimals, which the path of a search may double.
    private static final double PRINTED = 1e-5;

    @TempDir
    private Path folder;

    private CairnProcess cairn;
    private String profile;

    @BeforeEach
    void a_home() throws IOException {
        cairn = new CairnProcess(folder, Map.of());
        potcar("Li_sv", "Li", 3, 499.034);
        potcar("Si", "Si", 4, 245.345);
        potcar("Cu_pv", "Cu", 17, 368.648);
        potcar("Al", "Al", 3, 240.3);
        profile = Files.writeString(folder.resolve("here.yaml"), """
                        name: here
                        scheduler: local
                        cores: 16
                        memory_mb: 32000
                        poll_interval: 1 s
                        environment:
                          CAIRN_POTCARS: %s
                          CAIRN_VASP: /usr/bin/python3 %s
                        """.formatted(folder.resolve("potcars"), STAND_IN))
                .toString();
    }

    private void potcar(String variant, String element, int electrons, double cutoffEv) throws IOException {
        Path file =
                Files.createDirectories(folder.resolve("potcars/" + variant)).resolve("POTCAR");
        Files.writeString(file, String.format(Locale.ROOT, """
                  PAW_PBE %1$s 01Jan2000
                   VRHFIN =%2$s: made up for a test
                   LEXCH  = PE
                   TITEL  = PAW_PBE %1$s 01Jan2000
                   POMASS =    1.000; ZVAL   =    %3$d.000    mass and valenz
                   ENMAX  =  %4$.3f; ENMIN  =  100.000 eV
                 %5$s
                 End of Dataset
                """, variant, element, electrons, cutoffEv, SECRET));
    }

    @Test
    void the_workflow_of_lithium_in_silicon_is_planned_with_the_potcars_of_the_profile() throws Exception {
        CairnProcess.Ended checked = cairn.run("check", LITHIUM_IN_SILICON.toString(), "--cluster", profile);
        assertThat(checked.status()).as(checked.out() + checked.err()).isZero();
        assertThat(checked.out()).contains("4 steps, no problems that block");

        CairnProcess.Ended planned = cairn.run("plan", LITHIUM_IN_SILICON.toString(), "--cluster", profile);
        assertThat(planned.status()).as(planned.out() + planned.err()).isZero();
        assertThat(planned.out()).contains("code.cutoff").contains("520 eV").doesNotContain(SECRET);
    }

    @Test
    void without_potcars_the_workflow_is_refused_with_where_to_name_them() throws Exception {
        CairnProcess.Ended checked = cairn.run("check", LITHIUM_IN_SILICON.toString());

        assertThat(checked.status()).isEqualTo(2);
        assertThat(checked.err().lines())
                .filteredOn(line -> line.contains("POTCAR"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains("set environment: {CAIRN_POTCARS: /path/to/potpaw_PBE} in the profile"));
    }

    /// Copper with a vacancy and an atom of aluminium among the first: fifteen atoms, one of which hops.
    private void vacancy(String name, double... hopping) throws IOException {
        StringBuilder text =
                new StringBuilder(name + "\n1.0\n7.3 0 0\n0 7.3 0\n0 0 3.65\nCu Al Cu\n3 1 11\nCartesian\n");
        int sites = 0;
        for (int cell = 0; cell < 4; cell++) {
            int right = cell / 2;
            int up = cell % 2;
            for (double[] site : new double[][] {{0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}}) {
                double[] place = {3.65 * (right + site[0]), 3.65 * (up + site[1]), 3.65 * site[2]};
                double[] put = sites == 3 ? hopping : place;
                // The first site is the vacancy.
                if (sites++ > 0) {
                    text.append(String.format(Locale.ROOT, "%f %f %f%n", put[0], put[1], put[2]));
                }
            }
        }
        Files.writeString(folder.resolve(name + ".vasp"), text);
    }

    private JsonNode results(String name, String code) throws Exception {
        vacancy("start", 1.825, 1.825, 0);
        vacancy("end", 0, 0, 0);
        Path workflow = Files.writeString(folder.resolve(name + ".yaml"), """
                cairn: 1
                name: %s
                code: %s
                steps:
                  first: {relax: start.vasp, fmax: 0.02}
                  last:  {relax: end.vasp, fmax: 0.02}
                  hop:   {neb: {from: first, to: last}, interior_images: 3, fmax: 0.03}
                """.formatted(name, code));
        CairnProcess.Ended run = cairn.run("run", workflow.toString(), "--cluster", profile);
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("campaigns/" + name + "/results.json")))
                .required("steps");
    }

    private static double result(JsonNode steps, String step, String key) {
        return steps.required(step).required("result").required(key).doubleValue();
    }

    @Test
    void relaxations_and_a_band_give_what_the_same_potential_gives_without_vasps_files() throws Exception {
        Needs.programs("python3");
        JsonNode byVasp = results("by-vasp", "{use: vasp, protocol: fast}");
        JsonNode byAse = results("by-ase", "{use: ase, ase: {calculator: emt}}");

        assertThat(result(byVasp, "first", "energy_ev"))
                .isCloseTo(result(byAse, "first", "energy_ev"), within(PRINTED));
        assertThat(result(byVasp, "last", "energy_ev")).isCloseTo(result(byAse, "last", "energy_ev"), within(PRINTED));
        assertThat(result(byVasp, "hop", "barrier_forward_ev"))
                .isPositive()
                .isCloseTo(result(byAse, "hop", "barrier_forward_ev"), within(PRINTED));
        assertThat(secrets(folder.resolve("campaigns/by-vasp"))).isEmpty();
    }

    /// Three iterations are too few: the catalogue of corrections knows what VASP says then.
    @Test
    void an_scf_that_does_not_converge_is_mended_inside_the_job() throws Exception {
        Needs.programs("python3");
        vacancy("start", 1.825, 1.825, 0);
        Path workflow = Files.writeString(folder.resolve("hasty.yaml"), """
                cairn: 1
                name: hasty
                code: {use: vasp, protocol: fast, scf_iterations: 3}
                steps:
                  one: {energy: start.vasp}
                """);

        CairnProcess.Ended run = cairn.run("run", workflow.toString(), "--cluster", profile);

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        Path incar = folder.resolve("campaigns/hasty/calculations/one/energy/attempt-1/engine-0/image-0/INCAR");
        assertThat(Files.readAllLines(incar)).contains("NELM = 150");
    }

    private static List<String> secrets(Path campaign) throws IOException {
        try (Stream<Path> files = Files.walk(campaign)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> text(file).contains(SECRET))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
