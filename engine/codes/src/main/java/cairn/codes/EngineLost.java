package cairn.codes;

/// An engine that something outside took away: its process was killed. The same question may well be answered by
/// another attempt.
public final class EngineLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param why in words, a clause without a full stop
    public EngineLost(String why, Throwable cause) {
        super(why, cause);
    }
}
