package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.campaign.work.json.StructureJson;
import cairn.cluster.real.Await;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The campaign of `workflows/amorphous-lithium-silicon`, with more atoms at a time than there.
@Tag("slow")
class AmorphousAlloyTest {
    private static final String WORKFLOW = CairnProcess.ROOT
            .resolve("workflows/amorphous-lithium-silicon/workflow.yaml")
            .toString();
    private static final List<String> SHORT =
            List.of("steps.alloy.until=0.5", "steps.alloy.samples=2", "steps.alloy.duration=100 fs");

    @TempDir
    private static Path folder;

    private static CairnProcess cairn;
    private static Path undisturbed;

    @BeforeAll
    static void run_it_undisturbed() throws Exception {
        cairn = new CairnProcess(folder, Map.of());
        undisturbed = folder.resolve("undisturbed");
        CairnProcess.Ended run = cairn.run(options("run", undisturbed, SHORT));
        assertThat(run.status()).as(run.out() + run.err()).isZero();
    }

    private static String[] options(String command, Path campaign, List<String> settings) {
        Stream<String> first = Stream.of(command, WORKFLOW, "--dir", campaign.toString());
        Stream<String> set = settings.stream().flatMap(setting -> Stream.of("--set", setting));
        return Stream.concat(first, set).toArray(String[]::new);
    }

    private static JsonNode alloy(Path campaign) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(campaign.resolve("results.json")))
                .required("steps")
                .required("alloy")
                .required("result");
    }

    private static double number(JsonNode result, String key) {
        return result.required(key).doubleValue();
    }

    /// At Li15Si4 the crystal of the same potential has 2.72 times the volume of silicon (74.2 to 19.9 Angstrom^3 for
    /// each Si) and -0.086 eV/atom; a glass takes a little more room, and lies above it.
    @Test
    void silicon_with_all_the_lithium_it_takes_swells_as_the_crystal_does() throws Exception {
        Path whole = folder.resolve("whole");
        CairnProcess.Ended run = cairn.run(options("run", whole, List.of("steps.alloy.per_step=5")));
        assertThat(run.status()).as(run.out() + run.err()).isZero();

        JsonNode result = alloy(whole);

        assertThat(number(result, "inserted_per_host_atom")).isEqualTo(3.75);
        assertThat(number(result, "volume_expansion_percent")).isBetween(272.0, 310.0);
        assertThat(number(result, "formation_energy_ev_per_atom")).isBetween(-0.086, 0.0);
        assertThat(number(result, "mean_voltage_v"))
                .isCloseTo(-number(result, "formation_energy_ev_per_atom") * 4.75 / 3.75, within(1e-9));
    }

    @Test
    void samples_differ_and_the_spread_says_by_how_much() throws Exception {
        JsonNode result = alloy(undisturbed);

        assertThat(result.required("samples").intValue()).isEqualTo(2);
        assertThat(result.required("atoms_inserted").intValue()).isEqualTo(4);
        assertThat(number(result, "formation_energy_spread_ev_per_atom")).isPositive();
    }

    /// The numbers of each figure, from the energies and cells that the jobs left.
    @Test
    void figures_show_mean_and_spread_of_the_samples_at_each_stage() throws Exception {
        List<double[]> energies = new ArrayList<>();
        List<double[]> voltages = new ArrayList<>();
        List<double[]> volumes = new ArrayList<>();
        for (int stage = 1; stage <= 2; stage++) {
            energies.add(new double[] {formationEnergy(1, stage), formationEnergy(2, stage)});
            voltages.add(new double[] {voltage(1, stage), voltage(2, stage)});
            volumes.add(new double[] {job(1, stage).volume() / 8, job(2, stage).volume() / 8});
        }

        assertFigure("alloy-energy", "formation energy / eV per atom", energies);
        assertFigure("alloy-voltage", "voltage at 0 K / V", voltages);
        assertFigure("alloy-volume", "volume per atom of the host / \u212b\u00b3", volumes);
        assertThat(undisturbed.resolve("report.html")).content().contains("alt=\"Formation energy: ");
    }

    /// A job of the campaign: atoms, energy (eV) and volume (Angstrom^3) at its end.
    private record Job(int atoms, double energy, double volume) {
        static Job of(String calculation) throws IOException {
            JsonNode result = JsonMapper.shared()
                    .readTree(Files.readString(
                            undisturbed.resolve("calculations/" + calculation + "/attempt-1/result.json")));
            Structure structure = StructureJson.read(result.required("structure"));
            double energy = result.required("evaluation").required("energy_ev").doubleValue();
            return new Job(structure.count(), energy, structure.cell().volume());
        }
    }

    /// The host is what every sample starts from.
    private static Job job(int sample, int stage) throws IOException {
        return Job.of(stage == 0 ? "alloy/host" : "alloy/sample-" + sample + "-stage-" + stage);
    }

    private static double perLithium() throws IOException {
        Job lithium = Job.of("li/relax");
        return lithium.energy() / lithium.atoms();
    }

    /// Two atoms are put in at a time.
    private static double formationEnergy(int sample, int stage) throws IOException {
        Job job = job(sample, stage);
        return (job.energy() - job(sample, 0).energy() - 2 * stage * perLithium()) / job.atoms();
    }

    private static double voltage(int sample, int stage) throws IOException {
        return -(job(sample, stage).energy() - job(sample, stage - 1).energy() - 2 * perLithium()) / 2;
    }

    private static void assertFigure(String name, String axis, List<double[]> samples) throws IOException {
        Path figures = undisturbed.resolve("figures");
        List<String> lines = Files.readAllLines(figures.resolve(name + ".csv"));

        assertThat(lines.getFirst()).isEqualTo("series,what,\"atoms put in per atom of the host\",\"" + axis + "\"");
        assertThat(figures.resolve(name + ".svg")).isNotEmptyFile();
        assertThat(figures.resolve(name + ".png")).isNotEmptyFile();
        for (int stage = 0; stage < samples.size(); stage++) {
            double mean = (samples.get(stage)[0] + samples.get(stage)[1]) / 2;
            // The standard deviation of two.
            double spread = Math.abs(samples.get(stage)[0] - samples.get(stage)[1]) / Math.sqrt(2);
            double inserted = 0.25 * (stage + 1);
            assertThat(shown(lines, "mean", inserted)).isCloseTo(mean, within(1e-6));
            assertThat(shown(lines, "mean + spread", inserted)).isCloseTo(mean + spread, within(1e-6));
            assertThat(shown(lines, "mean - spread", inserted)).isCloseTo(mean - spread, within(1e-6));
        }
    }

    private static double shown(List<String> lines, String series, double across) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(point -> point[0].equals("\"" + series + "\"") && Double.parseDouble(point[2]) == across)
                .mapToDouble(point -> Double.parseDouble(point[3]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_engine_that_is_killed_runs_nothing_twice() throws Exception {
        new KilledEngine(cairn, ProfileWithLedger.LOCAL, 6000, new KilledEngine.Load(WORKFLOW, SHORT, 6))
                .assertUnharmed(3, Files.readAllBytes(undisturbed.resolve("results.json")));
    }

    /// Should the job have ended before it is killed, the rest must be true all the same.
    @Test
    void a_job_that_is_killed_on_its_way_goes_on_where_it_was() throws Exception {
        Path killed = folder.resolve("killed-job");
        Process engine = cairn.start(options("run", killed, SHORT));
        Path attempt = killed.resolve("calculations/alloy/sample-1-stage-2/attempt-1");
        Await.until(() -> Files.exists(attempt.resolve("evaluations.log")) || !engine.isAlive(), there -> there);
        JobProcesses.of(attempt).forEach(ProcessHandle::destroyForcibly);

        assertThat(engine.waitFor()).as(cairn.said()).isZero();
        assertThat(killed.resolve("results.json")).hasSameBinaryContentAs(undisturbed.resolve("results.json"));
    }

    @Test
    void a_reference_of_another_element_is_refused_before_anything_runs() throws Exception {
        CairnProcess.Ended check = cairn.run("check", WORKFLOW, "--set", "steps.alloy.with=Si");

        assertThat(check.status()).isEqualTo(2);
        assertThat(check.out() + check.err()).contains("the reference is Li2, not pure Si");
    }
}
