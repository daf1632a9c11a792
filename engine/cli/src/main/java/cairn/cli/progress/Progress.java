package cairn.cli.progress;

/// Shows a campaign while it runs.
public interface Progress extends AutoCloseable {
    /// The campaign as it is now; may be called as often as it pleases the driver.
    void show(Snapshot now);

    /// Leaves the last state on the screen.
    @Override
    void close();
}
