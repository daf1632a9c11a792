package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.real.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A band seen, killed and gone on with while it runs, in one job and in a job for each image.
@Tag("slow")
class BandWhileItRunsTest {
    /// Long enough to be looked at and killed: about 900 evaluations.
    private static final List<String> LONG =
            List.of("steps.hop.search=plain", "steps.hop.interior_images=15", "steps.hop.fmax=0.001");

    static final List<List<String>> SEARCHES =
            List.of(List.of("steps.hop.search=plain", "steps.hop.fmax=0.05"), List.of("steps.hop.images_at_a_time=3"));

    @TempDir
    private Path folder;

    private CairnProcess cairn;

    @BeforeEach
    void a_user() {
        cairn = new CairnProcess(folder, Map.of());
    }

    @Test
    void status_tells_the_barrier_so_far_and_a_killed_job_is_followed_by_one_that_asks_for_nothing_twice()
            throws Exception {
        Process engine = cairn.start(run(LONG));
        Path first = folder.resolve("campaigns/li-in-silicon/calculations/hop/band/attempt-1");
        Await.until(() -> Files.exists(first.resolve("progress.json")), there -> there);

        halt(first);
        assertThat(cairn.run("status").out())
                .containsPattern(
                        "hop +neb +running +barrier so far 0\\.\\d{4}( \\+- 0\\.\\d{4})? eV, \\d+ evaluations in \\d+ rounds?;"
                                + " band: job \\S+ running");
        kill(first);

        assertThat(engine.waitFor()).as(cairn.said()).isZero();
        assertThat(cairn.said())
                .containsPattern(
                        "step=hop .*detail=\"barrier so far 0\\.\\d{4}( \\+- 0\\.\\d{4})? eV, .*; band running\"");
        List<String> carried = Files.readAllLines(first.resolve("evaluations.log"));
        List<String> all = Files.readAllLines(first.resolveSibling("attempt-2").resolve("evaluations.log"));
        assertThat(carried).hasSizeGreaterThan(15);
        assertThat(all.subList(0, carried.size() - 1)).isEqualTo(carried.subList(0, carried.size() - 1));
        assertThat(all)
                .doesNotHaveDuplicates()
                .hasSize(hop().required("force_evaluations").intValue());
        FirstCampaign.assertBarrier(folder);
    }

    @Test
    void a_killed_job_that_learns_is_followed_by_one_that_learns_from_what_it_knew() throws Exception {
        Process engine = cairn.start(run(List.of("steps.hop.interior_images=9")));
        Path first = folder.resolve("campaigns/li-in-silicon/calculations/hop/band/attempt-1");
        Await.until(() -> Files.exists(first.resolve("progress.json")), there -> there);
        kill(first);

        assertThat(engine.waitFor()).as(cairn.said()).isZero();
        List<String> carried = Files.readAllLines(first.resolve("evaluations.log"));
        List<String> all = Files.readAllLines(first.resolveSibling("attempt-2").resolve("evaluations.log"));
        assertThat(carried).isNotEmpty();
        assertThat(all.subList(0, carried.size() - 1)).isEqualTo(carried.subList(0, carried.size() - 1));
        assertThat(all)
                .hasSizeGreaterThan(carried.size())
                .doesNotHaveDuplicates()
                .hasSize(hop().required("force_evaluations").intValue());
        assertThat(hop().required("search").stringValue()).isEqualTo("surrogate");
        FirstCampaign.assertBarrier(folder);
    }

    @ParameterizedTest
    @FieldSource("SEARCHES")
    void image_by_image_it_finds_what_one_job_finds_however_often_the_engine_is_killed(List<String> search)
            throws Exception {
        assertThat(cairn.run(run(search)).status()).isZero();
        byte[] inOneJob = Files.readAllBytes(FirstCampaign.results(folder));
        int jobs = 3 + hop().required("force_evaluations").intValue();
        List<String> imageByImage = Stream.concat(search.stream(), Stream.of("steps.hop.job_per=image"))
                .toList();

        new KilledEngine(cairn, ProfileWithLedger.LOCAL, 8000, new KilledEngine.Load(imageByImage, jobs))
                .assertUnharmed(5, inOneJob);
    }

    private static String[] run(List<String> settings) {
        return Stream.concat(
                        Stream.of("run", FirstCampaign.WORKFLOW), new KilledEngine.Load(settings, 0).options().stream())
                .toArray(String[]::new);
    }

    private JsonNode hop() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(FirstCampaign.results(folder)))
                .required("steps")
                .required("hop")
                .required("result");
    }

    /// As `kill -9` does, all processes that work in a directory: the job's script and what it runs.
    private static void kill(Path directory) {
        job(directory).forEach(ProcessHandle::destroyForcibly);
    }

    /// As `kill -STOP` does, so that the job cannot end while somebody looks at it.
    private static void halt(Path directory) throws IOException, InterruptedException {
        for (ProcessHandle process : job(directory)) {
            new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    private static List<ProcessHandle> job(Path directory) {
        List<ProcessHandle> job = ProcessHandle.allProcesses()
                .filter(process -> worksIn(directory, process))
                .toList();
        assertThat(job).isNotEmpty();
        return job;
    }

    private static boolean worksIn(Path directory, ProcessHandle process) {
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .equals(directory.toRealPath());
        } catch (IOException _) {
            // It has ended meanwhile.
            return false;
        }
    }
}
