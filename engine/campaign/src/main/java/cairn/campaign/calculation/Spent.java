package cairn.campaign.calculation;

/// How many further attempts each cause has started so far.
public record Spent(int infrastructure, int walltime, int incomplete) {
    public static final Spent NOTHING = new Spent(0, 0, 0);

    public Spent plus(Cause cause) {
        return switch (cause) {
            case INFRASTRUCTURE -> new Spent(infrastructure + 1, walltime, incomplete);
            case WALLTIME -> new Spent(infrastructure, walltime + 1, incomplete);
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
