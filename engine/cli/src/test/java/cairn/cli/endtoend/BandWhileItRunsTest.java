package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.real.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    private static final List<String> PLAIN = List.of("steps.hop.search=plain", "steps.hop.fmax=0.001");

    private static final String BARRIER_SO_FAR =
            "barrier so far \\d+\\.\\d{4}( \\+- \\d+\\.\\d{4})? eV, \\d+ evaluations in \\d+ rounds?";

    /// The interior images of bands that are searched until one was seen while it was. How fast this machine is,
    /// nobody knows: the first takes a second here, the last a minute.
    private static final List<Integer> LONGER_AND_LONGER = List.of(9, 19, 39, 79, 159);

    static final List<List<String>> SEARCHES = List.of(
            List.of("steps.hop.search=plain", "steps.hop.fmax=0.4", "steps.hop.interior_images=3"),
            List.of("steps.hop.images_at_a_time=3", "steps.hop.fmax=0.2"));

    @TempDir
    private Path folder;

    /// A campaign whose band is halted in its first attempt, in the middle of its search.
    private record Halted(CairnProcess cairn, Process engine, Path attempt) {
        Path folder() {
            return cairn.folder();
        }

        /// The evaluations that the attempt has left, once it is killed; of the last one perhaps only a part.
        List<String> kill() throws IOException, InterruptedException {
            JobProcesses.of(attempt).forEach(ProcessHandle::destroyForcibly);
            assertThat(engine.waitFor()).as(cairn.said()).isZero();
            return Files.readAllLines(attempt.resolve("evaluations.log"));
        }

        List<String> evaluationsOfNext() throws IOException {
            return Files.readAllLines(attempt.resolveSibling("attempt-2").resolve("evaluations.log"));
        }
    }

    @Test
    void status_tells_the_barrier_so_far_and_a_killed_job_is_followed_by_one_that_asks_for_nothing_twice()
            throws Exception {
        Halted band = halted(PLAIN);

        assertThat(saidWithBarrier(band.cairn()))
                .containsPattern("step=hop .*detail=\"" + BARRIER_SO_FAR + "; band running\"");
        assertThat(band.cairn().run("status").out())
                .containsPattern("hop +neb +running +" + BARRIER_SO_FAR + "; band: job \\S+ running");

        assertThatNothingIsAskedTwice(band);
    }

    @Test
    void a_killed_job_that_learns_is_followed_by_one_that_learns_from_what_it_knew() throws Exception {
        Halted band = halted(List.of());

        assertThatNothingIsAskedTwice(band);
        assertThat(hop(band.folder()).required("search").stringValue()).isEqualTo("surrogate");
    }

    private static void assertThatNothingIsAskedTwice(Halted band) throws Exception {
        List<String> carried = band.kill();
        List<String> all = band.evaluationsOfNext();
        assertThat(carried).isNotEmpty();
        assertThat(all.subList(0, carried.size() - 1)).isEqualTo(carried.subList(0, carried.size() - 1));
        assertThat(all)
                .doesNotHaveDuplicates()
                .hasSize(hop(band.folder()).required("force_evaluations").intValue());
        FirstCampaign.assertBarrier(band.folder());
    }

    @ParameterizedTest
    @FieldSource("SEARCHES")
    void image_by_image_it_finds_what_one_job_finds_however_often_the_engine_is_killed(List<String> search)
            throws Exception {
        CairnProcess cairn = new CairnProcess(folder, Map.of());
        assertThat(cairn.run(run(search)).status()).isZero();
        byte[] inOneJob = Files.readAllBytes(FirstCampaign.results(folder));
        int jobs = 3 + hop(folder).required("force_evaluations").intValue();
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

    /// If a band was found before it could be halted, a longer one is searched, in a campaign of its own.
    private Halted halted(List<String> settings) throws Exception {
        for (int images : LONGER_AND_LONGER) {
            Path home = Files.createDirectory(folder.resolve(images + "-images"));
            CairnProcess cairn = new CairnProcess(home, Map.of());
            Path attempt = home.resolve("campaigns/li-in-silicon/calculations/hop/band/attempt-1");
            Process engine =
                    cairn.start(run(Stream.concat(settings.stream(), Stream.of("steps.hop.interior_images=" + images))
                            .toList()));
            Await.until(() -> Files.exists(attempt.resolve("progress.json")) || !engine.isAlive(), over -> over);
            if (JobProcesses.halt(attempt) && !Files.exists(attempt.resolve("result.json"))) {
                return new Halted(cairn, engine, attempt);
            }
            assertThat(engine.waitFor()).as(cairn.said()).isZero();
        }
        throw new AssertionError("all bands were found before they could be halted");
    }

    /// What the engine says once it has looked at a job that tells its barrier.
    private static String saidWithBarrier(CairnProcess cairn) {
        return Await.until(() -> said(cairn), said -> said.contains("barrier so far"));
    }

    private static String said(CairnProcess cairn) {
        try {
            return cairn.said();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode hop(Path folder) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(FirstCampaign.results(folder)))
                .required("steps")
                .required("hop")
                .required("result");
    }
}
