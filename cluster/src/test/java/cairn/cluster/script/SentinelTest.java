package cairn.cluster.script;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.Resources;
import cairn.cluster.Token;
import cairn.cluster.fake.FakeJob;
import cairn.cluster.fake.FakeTransport;
import cairn.cluster.fake.HandClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentinelTest {
    private static final Token TOKEN = new Token("relax-1");
    private static final Path FOLDER = Path.of("/attempts/1");
    private static final Path STATUS = FOLDER.resolve("status.txt");

    private final FakeTransport transport = new FakeTransport();

    @BeforeEach
    void a_job_has_ended() {
        HandClock clock = new HandClock(Instant.ofEpochSecond(1_800_000_000));
        FakeJob job =
                new FakeJob(transport, clock, _ -> new FakeJob.Made(0, Map.of("log.txt", FakeJob.text("all good"))));
        job.run(new JobRequest(TOKEN, FOLDER, "job.sh", new Resources(1, 1, Duration.ofMinutes(1))), new JobId("7"));
    }

    @Test
    void a_sentinel_whose_files_are_all_here_is_complete() {
        assertThat(read()).isInstanceOfSatisfying(Sentinel.Complete.class, complete -> {
            assertThat(complete.job()).isEqualTo(new JobId("7"));
            assertThat(complete.has("log.txt")).isTrue();
            assertThat(complete.has("other.txt")).isFalse();
        });
        assertThat(Claim.read(transport, FOLDER)).contains(new Claim(TOKEN, new JobId("7"), 0, "fakehost"));
    }

    @Test
    void no_sentinel_is_missing() {
        transport.delete(STATUS);
        assertThat(read()).isEqualTo(new Sentinel.Missing());
    }

    @Test
    void another_attempts_sentinel_is_foreign() {
        assertThat(Sentinel.read(transport, FOLDER, new Token("relax-2"))).isEqualTo(new Sentinel.Foreign("relax-1"));
    }

    @Test
    void a_sentinel_cut_at_any_byte_is_not_yet_visible() {
        byte[] whole = transport.read(STATUS, 10_000).orElseThrow();
        for (int length = 0; length < whole.length; length++) {
            transport.write(STATUS, Arrays.copyOf(whole, length));
            assertThat(read()).isEqualTo(new Sentinel.NotYetVisible("status.txt"));
        }
    }

    @Test
    void a_sentinel_without_any_one_of_its_lines_is_never_complete() {
        String[] lines = new String(transport.read(STATUS, 10_000).orElseThrow(), StandardCharsets.UTF_8).split("\n");
        for (int gone = 0; gone < lines.length; gone++) {
            if (!lines[gone].startsWith("file ")) {
                transport.write(STATUS, without(lines, gone));
                assertThat(read()).as(lines[gone]).isNotInstanceOf(Sentinel.Complete.class);
            }
        }
    }

    @Test
    void an_output_shorter_than_listed_is_not_yet_visible() {
        for (int length = 0; length < "all good".length(); length++) {
            transport.write(FOLDER.resolve("log.txt"), "all good".substring(0, length));
            assertThat(read()).isEqualTo(new Sentinel.NotYetVisible("log.txt"));
        }
        transport.delete(FOLDER.resolve("log.txt"));
        assertThat(read()).isEqualTo(new Sentinel.NotYetVisible("log.txt"));
    }

    @Test
    void an_output_with_other_bytes_is_altered() {
        transport.write(FOLDER.resolve("log.txt"), "all bad!");
        assertThat(read()).isEqualTo(new Sentinel.Altered("log.txt"));
        transport.write(FOLDER.resolve("log.txt"), "all good, and more");
        assertThat(read()).isEqualTo(new Sentinel.Altered("log.txt"));
    }

    @Test
    void a_claim_that_is_still_being_written_is_none() {
        transport.cut(FOLDER.resolve("claim"), 10);
        assertThat(Claim.read(transport, FOLDER)).isEqualTo(Optional.empty());
    }

    private Sentinel read() {
        return Sentinel.read(transport, FOLDER, TOKEN);
    }

    private static String without(String[] lines, int gone) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            if (i != gone) {
                text.append(lines[i]).append('\n');
            }
        }
        return text.toString();
    }
}
