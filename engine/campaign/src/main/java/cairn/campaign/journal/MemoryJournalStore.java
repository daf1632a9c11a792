package cairn.campaign.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A journal in memory, in the very bytes that a file would hold: for dry runs and tests.
public final class MemoryJournalStore implements JournalStore {
    private final TreeMap<Integer, ByteArrayOutputStream> segments = new TreeMap<>();

    /// A journal that has not begun.
    public MemoryJournalStore() {}

    @Override
    public End read(Consumer<JournalRecord> each) {
        return Segments.read(
                newestEpoch(),
                epoch -> "segment " + epoch,
                epoch -> new ByteArrayInputStream(bytes(epoch).toByteArray()),
                each);
    }

    @Override
    public boolean begin(int epoch, JournalRecord opened) {
        if (epoch != newestEpoch() + 1) {
            return false;
        }
        segments.put(epoch, new ByteArrayOutputStream());
        write(epoch, List.of(opened));
        return true;
    }

    @Override
    public boolean append(int epoch, List<JournalRecord> batch) {
        if (epoch != newestEpoch()) {
            return false;
        }
        write(epoch, batch);
        return true;
    }

    @Override
    public int newestEpoch() {
        return segments.isEmpty() ? 0 : segments.lastKey();
    }

    private void write(int epoch, List<JournalRecord> batch) {
        try {
            bytes(epoch).write(Segment.encode(batch));
        } catch (IOException e) {
            throw new UncheckedIOException("segment " + epoch, e);
        }
    }

    private ByteArrayOutputStream bytes(int epoch) {
        return segments.getOrDefault(epoch, new ByteArrayOutputStream());
    }
}
