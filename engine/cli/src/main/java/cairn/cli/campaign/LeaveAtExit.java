package cairn.cli.campaign;

/// What to do should the process be told to end before this is closed.
final class LeaveAtExit implements AutoCloseable {
    private final Thread hook;

    LeaveAtExit(Runnable leave) {
        hook = new Thread(leave, "cairn-detach");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending, and the hook runs already.
        }
    }
}
