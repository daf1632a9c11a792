package cairn.campaign.work.order;

/// What becomes of a path with a minimum between its ends.
public sealed interface Splitting {
    /// It stays one band.
    record Never() implements Splitting {}

    /// It is cut there, if the minimum is deeper than so many eV.
    record DeeperThan(double ev) implements Splitting {
        public DeeperThan {
            if (!(ev > 0)) {
                throw new IllegalArgumentException("a minimum that is not deep cuts no path: " + ev + " eV");
            }
        }
    }
}
