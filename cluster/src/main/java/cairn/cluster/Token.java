package cairn.cluster;

/// The unique name of one attempt of one calculation, for ever: the job's name at its scheduler.
public record Token(String value) {
    public Token {
        if (!value.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("not a token: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
