package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Await;
import cairn.cluster.real.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The campaign of `workflows/two-hops-in-silicon`: a path on which Cairn finds a site that nobody named. Both hops are
/// the one of `workflows/li-in-silicon` by symmetry, whose barrier is 0.5537 eV by LAMMPS's own NEB.
@Tag("slow")
class TwoHopsTest {
    private static final String WORKFLOW = CairnProcess.ROOT
            .resolve("workflows/two-hops-in-silicon/workflow.yaml")
            .toString();
    private static final double HOP = 0.5537;
    private static final List<String> BANDS = List.of("band", "band-1", "band-2");

    @TempDir
    private static Path folder;

    private static CairnProcess cairn;
    private static Path campaign;

    @BeforeAll
    static void run_it_undisturbed() throws Exception {
        cairn = new CairnProcess(folder, Map.of());
        CairnProcess.Ended run = cairn.run("run", WORKFLOW);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).as(run.out()).isZero();
        campaign = folder.resolve("campaigns/two-hops-in-silicon");
    }

    @Test
    void the_path_is_cut_at_the_site_and_both_hops_are_verified() throws Exception {
        JsonNode path = path(campaign);
        assertThat(path.required("converged").stringValue()).isEqualTo("VERIFIED");
        assertThat(path.required("barrier_forward_ev").doubleValue()).isCloseTo(HOP, within(1e-3));
        assertThat(path.required("barrier_reverse_ev").doubleValue()).isCloseTo(HOP, within(1e-3));
        assertThat(path.required("hops").valueStream()).hasSize(2).allSatisfy(hop -> {
            assertThat(hop.required("barrier_forward_ev").doubleValue()).isCloseTo(HOP, within(1e-3));
            assertThat(hop.required("barrier_reverse_ev").doubleValue()).isCloseTo(HOP, within(1e-3));
            assertThat(hop.required("energy_from_ev").doubleValue())
                    .as("the site is like the two others")
                    .isCloseTo(0, within(1e-3));
            assertThat(hop.required("converged").stringValue()).isEqualTo("VERIFIED");
        });
        assertThat(path.required("force_evaluations").intValue()).isEqualTo(evaluations(campaign));
    }

    @Test
    void report_and_status_tell_of_the_hops() throws Exception {
        assertThat(campaign.resolve("report.html"))
                .content()
                .contains("A verified saddle point", "<td>minimum 1</td>", "<td>minimum</td>")
                .doesNotContain("[W6]");
        assertThat(cairn.run("status", campaign.toString()).out()).contains("2 hops, saddle point verified");
    }

    @Test
    void a_plain_band_is_cut_before_it_has_converged() throws Exception {
        CairnProcess.Ended run = cairn.run("run", WORKFLOW, "--dir", "plain", "--set", "steps.path.search=plain");

        assertThat(run.status()).as(run.err()).isZero();
        Path plain = folder.resolve("plain");
        assertThat(path(plain).required("hops").size()).isEqualTo(2);
        assertThat(path(plain).required("barrier_forward_ev").doubleValue()).isCloseTo(HOP, within(1e-3));
        JsonNode cut = json(plain.resolve("calculations/path/band/attempt-1/result.json"));
        assertThat(cut.has("split")).isTrue();
    }

    @Test
    void a_code_that_relaxes_by_itself_relaxes_the_minimum_too() throws Exception {
        Needs.programs("lmp");

        CairnProcess.Ended run = cairn.run("run", WORKFLOW, "--dir", "lammps", "--set", "code=lammps");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        JsonNode path = path(folder.resolve("lammps"));
        assertThat(path.required("hops").size()).isEqualTo(2);
        assertThat(path.required("barrier_forward_ev").doubleValue()).isCloseTo(HOP, within(1e-3));
    }

    @Test
    void without_the_setting_the_report_warns_of_the_minimum() throws Exception {
        String uncut = Files.readString(Path.of(WORKFLOW))
                .replace("    split: 50 meV\n    verify: saddle\n", "")
                .replace(
                        "structures/Si.cif",
                        Path.of(WORKFLOW).resolveSibling("structures/Si.cif").toString());
        Path file = Files.writeString(folder.resolve("uncut.yaml"), uncut);

        assertThat(cairn.run("run", file.toString(), "--dir", "uncut").status()).isZero();

        assertThat(path(folder.resolve("uncut")).has("hops")).isFalse();
        assertThat(folder.resolve("uncut/report.html"))
                .content()
                .containsPattern("The path has a minimum on its way, 5\\d\\d meV deep: it is 2 hops.*split: 20 meV");
    }

    @Test
    void an_engine_that_is_killed_between_cuts_runs_nothing_twice() throws Exception {
        new KilledEngine(cairn, ProfileWithLedger.LOCAL, 8000, new KilledEngine.Load(WORKFLOW, List.of(), 7))
                .assertUnharmed(5, Files.readAllBytes(campaign.resolve("results.json")));
    }

    /// Should the job have ended before it is killed, the rest must be true all the same.
    @Test
    void a_job_that_is_killed_on_the_first_hop_evaluates_nothing_twice() throws Exception {
        Path killed = folder.resolve("killed-hop");
        Process engine = cairn.start("run", WORKFLOW, "--dir", killed.toString());
        Path attempt = killed.resolve("calculations/path/band-1/attempt-1");
        Await.until(() -> Files.exists(attempt.resolve("evaluations.log")) || !engine.isAlive(), there -> there);
        JobProcesses.of(attempt).forEach(ProcessHandle::destroyForcibly);

        assertThat(engine.waitFor()).as(cairn.said()).isZero();
        assertThat(killed.resolve("results.json")).hasSameBinaryContentAs(campaign.resolve("results.json"));
        assertThat(evaluations(killed)).isEqualTo(evaluations(campaign));
    }

    /// On bands and minima, as their jobs have logged them: none is there twice.
    private static int evaluations(Path campaign) throws IOException {
        int sum = lines(campaign.resolve("calculations/path/minimum"));
        for (String band : BANDS) {
            sum += lines(campaign.resolve("calculations/path").resolve(band));
        }
        return sum;
    }

    private static int lines(Path calculation) throws IOException {
        List<String> lines = Files.readAllLines(lastAttempt(calculation).resolve("evaluations.log"));
        assertThat(lines).doesNotHaveDuplicates();
        return lines.size();
    }

    private static Path lastAttempt(Path calculation) {
        try (Stream<Path> attempts = Files.list(calculation)) {
            return attempts.max(Comparator.naturalOrder()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode path(Path campaign) throws IOException {
        return json(campaign.resolve("results.json"))
                .required("steps")
                .required("path")
                .required("result");
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }
}
