package cairn.campaign.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// All segments of a journal, read in order. How much of a segment counts is said by the first record of the next
/// one, so that record is read ahead.
final class Segments {
    /// Opens the segment of an epoch.
    interface Source {
        InputStream open(int epoch) throws IOException;
    }

    private Segments() {}

    static JournalStore.End read(int newest, IntFunction<String> name, Source source, Consumer<JournalRecord> each) {
        JournalStore.End end = JournalStore.End.NONE;
        for (int epoch = 1; epoch <= newest; epoch++) {
            long limit = epoch == newest ? Long.MAX_VALUE : sealedBytes(epoch + 1, name, source);
            Segment segment = new Segment(name.apply(epoch), limit, end.sequence());
            long bytes = withStream(epoch, name, source, in -> segment.read(in, each));
            if (bytes == 0) {
                throw new CorruptJournal(name.apply(epoch) + ", line 1: the segment does not begin with who opened it;"
                        + " restore the file from a backup");
            }
            end = new JournalStore.End(epoch, bytes, segment.lastSequence());
        }
        return end;
    }

    private static long sealedBytes(int epoch, IntFunction<String> name, Source source) {
        return withStream(
                epoch, name, source, in -> Segment.first(name.apply(epoch), in).sealedBytes());
    }

    private interface Reading<T> {
        T from(InputStream in) throws IOException;
    }

    private static <T> T withStream(int epoch, IntFunction<String> name, Source source, Reading<T> reading) {
        try (InputStream in = source.open(epoch)) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name.apply(epoch) + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
