package cairn.campaign.journal;

/// A journal or a stored result that is not what was written: nothing is guessed, the message says where it is.
public final class CorruptJournal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CorruptJournal(String message) {
        super(message);
    }

    private CorruptJournal(String message, CorruptJournal cause) {
        super(message, cause);
    }

    /// The same, with the file and the line that it is about.
    CorruptJournal in(String file, long line) {
        return new CorruptJournal(file + ", line " + line + ": " + getMessage(), this);
    }
}
