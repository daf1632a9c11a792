package cairn.cli.engine;

/// How a command ended. The numbers are a contract: scripts rely on them.
public enum Exit {
    /// All steps are done, or the question is answered.
    DONE(0),
    /// A step failed for good, or an output is not that of a finished calculation.
    STEP_FAILED(1),
    /// The workflow or the call is wrong; nothing was started. Or a file cannot be read.
    WRONG(2),
    /// The world is in the way (cluster unreachable, disk full); nothing is lost, run again.
    WORLD(3),
    /// A fault of Cairn itself: EX_SOFTWARE of sysexits.h. Not 3, or a script would run it again for ever.
    FAULT(70),
    /// The user detached with Ctrl-C (128 + SIGINT); jobs go on.
    DETACHED(130);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
