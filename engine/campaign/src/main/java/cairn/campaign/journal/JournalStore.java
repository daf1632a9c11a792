package cairn.campaign.journal;

import java.util.List;
import java.util.function.Consumer;

/// Where a journal lies. Any number of readers; one writer per epoch. A disk that is full or gone is an
/// UncheckedIOException with the path in its message; a journal that cannot be believed is a [CorruptJournal].
public interface JournalStore {
    /// Gives every record that counts, in order, and says where the journal ends.
    End read(Consumer<JournalRecord> each);

    /// Begins segment `epoch` with its first record, durably; false when somebody else was quicker.
    boolean begin(int epoch, JournalRecord opened);

    /// Appends to segment `epoch`, durably, with one fsync; false, and nothing appended, when a newer epoch exists.
    boolean append(int epoch, List<JournalRecord> batch);

    /// The newest epoch; 0 before the first.
    int newestEpoch();

    /// The end of a journal: its newest epoch, that segment's length in bytes up to its last good record, and the last
    /// sequence number. All zero for a journal that has not begun.
    record End(int epoch, long bytes, long sequence) {
        public static final End NONE = new End(0, 0, 0);
    }
}
