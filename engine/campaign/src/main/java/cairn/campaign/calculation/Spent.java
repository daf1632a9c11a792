package cairn.campaign.calculation;

/// How many further attempts each cause has started so far; of `walltime` those since the last that had got on.
public record Spent(int infrastructure, int walltime, int incomplete) {
    public static final Spent NOTHING = new Spent(0, 0, 0);

    /// A long calculation reaches its walltime many times: what counts is how often in a row that came to nothing.
    public Spent plus(Cause cause, Headway headway) {
        return switch (cause) {
            case INFRASTRUCTURE -> new Spent(infrastructure + 1, walltime, incomplete);
            case WALLTIME -> new Spent(infrastructure, headway == Headway.MADE ? 1 : walltime + 1, incomplete);
            case INCOMPLETE -> new Spent(infrastructure, walltime, incomplete + 1);
        };
    }

    public int of(Cause cause) {
        return switch (cause) {
            case INFRASTRUCTURE -> infrastructure;
            case WALLTIME -> walltime;
            case INCOMPLETE -> incomplete;
        };
    }

    public boolean exhausts(Cause cause) {
        return of(cause) >= cause.budget();
    }
}
