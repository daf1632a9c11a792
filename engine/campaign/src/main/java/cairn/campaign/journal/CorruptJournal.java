package cairn.campaign.journal;

/// A journal or a stored result that is not what was written: nothing is guessed, the message says where it is.
public final class CorruptJournal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CorruptJournal(String message) {
        super(message);
    }
}
