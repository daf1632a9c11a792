package cairn.campaign.calculation;

/// Why an attempt is followed by another one. Each cause has its own budget, so that a bad night of the cluster never
/// uses up the restarts that a long calculation needs.
public enum Cause {
    /// The machine, the scheduler or somebody's hand ended the job; the calculation itself did nothing wrong.
    INFRASTRUCTURE(5),
    /// The job reached its walltime: the next attempt goes on from what it left. The budget is of attempts in a row
    /// that got no further.
    WALLTIME(20),
    /// The job ended by itself, but its output stops before its end.
    INCOMPLETE(2);

    private final int budget;

    Cause(int budget) {
        this.budget = budget;
    }

    /// How many further attempts this cause may start within one run of the campaign.
    public int budget() {
        return budget;
    }
}
