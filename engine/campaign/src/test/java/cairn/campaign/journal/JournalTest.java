package cairn.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.Cause;
import cairn.campaign.calculation.Digest;
import cairn.campaign.calculation.Headway;
import cairn.campaign.calculation.Inputs;
import cairn.campaign.step.Amendment;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Corrected;
import cairn.campaign.step.Failure;
import cairn.campaign.step.StepId;
import cairn.cluster.JobId;
import cairn.cluster.JobState;
import cairn.cluster.Token;
import cairn.codes.correction.Remedy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");
    private static final Owner OWNER = new Owner("node", "boot", "pid:[1]", 7, 99, "somebody");

    @TempDir
    Path folder;

    private static JournalRecord opened(int epoch, long sealed, long sequence) {
        return new JournalRecord(sequence, NOON, new Event.Opened(epoch, sealed, "cafe0001", "/c", OWNER));
    }

    private static List<JournalRecord> everyEvent(long from) {
        Digest digest = Digest.of(new byte[] {1});
        TreeMap<String, String> parts = new TreeMap<>();
        parts.put("file in \"quoted\"\n", "0123456789abcdef");
        Inputs inputs = new Inputs(digest, parts);
        Failure failure = new Failure("signature", "a message\nof two lines", "Ångström | \u2028");
        List<CalculationEvent> moves = List.of(
                new CalculationEvent.Prepared(1, new Token("t.1"), "calculations/a/b/attempt-1", inputs, "first"),
                new CalculationEvent.Reused(inputs, digest),
                new CalculationEvent.SubmitIntended(NOON),
                new CalculationEvent.Accepted(new JobId("17")),
                new CalculationEvent.Rejected(failure),
                new CalculationEvent.TurnedAway("over a submit limit"),
                new CalculationEvent.Unclear("timed out"),
                new CalculationEvent.Observed(new JobId("17"), JobState.OUT_OF_MEMORY, "OUT_OF_MEMORY|x"),
                new CalculationEvent.Vanished(),
                new CalculationEvent.CancelAsked(failure),
                new CalculationEvent.Finished(digest),
                new CalculationEvent.Again(Cause.WALLTIME, "why", new Token("t.2"), "d", Headway.MADE),
                new CalculationEvent.GaveUp(failure));
        CalculationId id = new CalculationId(new StepId("relaxed[phase=LiSi]"), "c0");
        List<Event> events = new ArrayList<>(
                moves.stream().<Event>map(move -> new Event.Moved(id, move)).toList());
        Remedy remedy = new Remedy("qe/ill", "mix-less", Remedy.Touches.PHYSICS, "It is ill", List.of());
        events.add(new Event.Corrected(id, digest, new Corrected(NOON, remedy)));
        events.add(new Event.Amended(new Amendment(id.step(), List.of(id.step()), remedy)));
        events.add(new Event.CancelRequested());
        events.add(new Event.Closed());
        return IntStream.range(0, events.size())
                .mapToObj(i -> new JournalRecord(from + i, NOON, events.get(i)))
                .toList();
    }

    private static List<JournalRecord> read(JournalStore store) {
        List<JournalRecord> records = new ArrayList<>();
        store.read(records::add);
        return records;
    }

    private FileJournalStore written() {
        FileJournalStore store = new FileJournalStore(folder);
        assertThat(store.begin(1, opened(1, 0, 1))).isTrue();
        assertThat(store.append(1, everyEvent(2))).isTrue();
        return store;
    }

    private static List<JournalRecord> parse(byte[] bytes) throws IOException {
        List<JournalRecord> records = new ArrayList<>();
        new Segment("1.log", Long.MAX_VALUE, 0).read(new ByteArrayInputStream(bytes), records::add);
        return records;
    }

    private Path segment(int epoch) {
        return folder.resolve(epoch + ".log");
    }

    @Test
    void what_is_written_is_read_back_by_files_and_memory_alike() {
        List<JournalRecord> expected = new ArrayList<>(List.of(opened(1, 0, 1)));
        expected.addAll(everyEvent(2));
        MemoryJournalStore memory = new MemoryJournalStore();
        memory.begin(1, opened(1, 0, 1));
        memory.append(1, everyEvent(2));
        assertThat(read(written())).isEqualTo(expected);
        assertThat(read(memory)).isEqualTo(expected);
    }

    @Test
    void a_segment_cut_at_any_byte_gives_the_records_before_the_cut() throws IOException {
        List<JournalRecord> all = read(written());
        byte[] whole = Files.readAllBytes(segment(1));
        for (int cut = 0; cut <= whole.length; cut++) {
            int lines = 0;
            for (int i = 0; i < cut; i++) {
                lines += whole[i] == '\n' ? 1 : 0;
            }
            assertThat(parse(Arrays.copyOf(whole, cut))).as("cut at %d", cut).isEqualTo(all.subList(0, lines));
        }
    }

    @Test
    void a_flipped_byte_is_never_read_as_truth() throws IOException {
        List<JournalRecord> all = read(written());
        byte[] whole = Files.readAllBytes(segment(1));
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x01;
            try {
                // A flip in the last line, or in the line end before it, cannot be told from a write cut short.
                List<JournalRecord> believed = parse(damaged);
                assertThat(believed).as("byte %d", i).hasSizeGreaterThanOrEqualTo(all.size() - 2);
                assertThat(believed).isEqualTo(all.subList(0, believed.size()));
            } catch (CorruptJournal e) {
                assertThat(e).hasMessageStartingWith("1.log, line ");
            }
        }
    }

    @Test
    void a_damaged_record_in_the_middle_is_named_by_file_and_line() throws IOException {
        written();
        List<String> lines = new ArrayList<>(Files.readAllLines(segment(1)));
        lines.set(4, lines.get(4).replace("12:00", "13:00"));
        Files.write(segment(1), lines);
        assertThatThrownBy(() -> read(new FileJournalStore(folder)))
                .isInstanceOf(CorruptJournal.class)
                .hasMessageStartingWith(segment(1) + ", line 5: the record is damaged");
    }

    @Test
    void an_event_of_a_newer_version_is_named_by_file_and_line() throws IOException {
        written();
        String json =
                "{\"n\":19,\"at\":\"2026-11-23T12:00:00Z\",\"event\":\"danced\",\"step\":\"a\",\"calculation\":\"b\"}";
        CRC32C crc = new CRC32C();
        crc.update(json.getBytes(StandardCharsets.UTF_8));
        String line = HexFormat.of().toHexDigits((int) crc.getValue()) + " " + json + "\n";
        Files.writeString(segment(1), line, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> read(new FileJournalStore(folder)))
                .isInstanceOf(CorruptJournal.class)
                .hasMessageStartingWith(segment(1) + ", line 19: record 19: event 'danced' is not known");
    }

    @Test
    void a_record_taken_out_is_noticed() throws IOException {
        written();
        List<String> lines = new ArrayList<>(Files.readAllLines(segment(1)));
        lines.remove(4);
        Files.write(segment(1), lines);
        assertThatThrownBy(() -> read(new FileJournalStore(folder))).hasMessageContaining("records are missing");
    }

    @Test
    void only_one_of_two_owners_gets_an_epoch() {
        FileJournalStore one = new FileJournalStore(folder);
        FileJournalStore other = new FileJournalStore(folder);
        assertThat(one.begin(1, opened(1, 0, 1))).isTrue();
        assertThat(other.begin(1, opened(1, 0, 1))).isFalse();
        assertThat(folder.toFile().list()).containsExactly("1.log");
    }

    @Test
    void what_a_stale_owner_writes_after_the_seal_does_not_exist() throws IOException {
        FileJournalStore stale = written();
        JournalStore.End end = stale.read(_ -> {});
        FileJournalStore newer = new FileJournalStore(folder);
        assertThat(newer.begin(2, opened(2, end.bytes(), end.sequence() + 1))).isTrue();
        assertThat(stale.append(1, everyEvent(end.sequence() + 1))).isFalse();
        Files.write(segment(1), Segment.encode(everyEvent(end.sequence() + 1)), StandardOpenOption.APPEND);
        assertThat(read(newer))
                .hasSize((int) end.sequence() + 1)
                .last()
                .isEqualTo(opened(2, end.bytes(), end.sequence() + 1));
    }

    @Test
    void a_torn_tail_is_sealed_off_by_the_next_owner() throws IOException {
        JournalStore.End whole = written().read(_ -> {});
        Files.writeString(segment(1), "deadbeef {\"n\":", StandardOpenOption.APPEND);
        JournalStore.End end = new FileJournalStore(folder).read(_ -> {});
        assertThat(end).isEqualTo(whole);
        FileJournalStore next = new FileJournalStore(folder);
        next.begin(2, opened(2, end.bytes(), end.sequence() + 1));
        next.append(2, everyEvent(end.sequence() + 2));
        assertThat(read(next)).hasSize((int) end.sequence() + 1 + everyEvent(1).size());
    }

    @Test
    void a_result_is_found_by_its_hash_and_a_changed_one_is_refused() throws IOException {
        FileObjectStore store = new FileObjectStore(folder.resolve("objects"));
        ObjectNode result =
                JsonMapper.shared().createObjectNode().put("energy_ev", -1.1).put("steps", 3);
        Digest digest = store.put(result);
        assertThat(store.put(result)).isEqualTo(digest);
        assertThat(store.get(digest)).contains(result);
        assertThat(store.get(Digest.of(new byte[0]))).isEmpty();
        Path file = folder.resolve("objects/" + digest.hex().substring(0, 2) + "/" + digest.hex() + ".json");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> store.get(digest))
                .isInstanceOf(CorruptJournal.class)
                .hasMessageContaining(file.toString());
    }
}
