package cairn.codes.client;

import cairn.codes.ipi.IpiServer;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A program that runs, the socket it calls, where its words of this run begin, and what it can be asked.
record Session(Object scope, IpiServer server, Process child, long firstWord) {
    private static final long LONGEST_END_MILLIS = 5000;

    /// The exit status of a child that signal n ended is this plus n.
    private static final int FIRST_SIGNAL = 128;

    /// Linux has signals up to 64; pw.x and CP2K exit with 255 when their socket closes.
    private static final int LAST_SIGNAL = 192;

    /// signal(7): SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGSEGV.
    private static final Set<Integer> OWN_SIGNALS = Set.of(4, 6, 7, 8, 11);

    /// How a program ended.
    sealed interface End {
        /// By itself.
        record Left(int status) implements End {}

        /// By a signal that it brought on itself, such as a segmentation fault.
        record Broke(int signal) implements End {}

        /// By a signal of somebody else.
        record Killed(int signal) implements End {}

        /// It did not, until it was killed by us.
        record Hung() implements End {}
    }

    /// Closes the socket, which makes the program leave; one that does not is killed, with all that it started.
    End end() {
        server.close();
        if (!left()) {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly();
            return new End.Hung();
        }
        int status = child.exitValue();
        if (status <= FIRST_SIGNAL || status > LAST_SIGNAL) {
            return new End.Left(status);
        }
        int signal = status - FIRST_SIGNAL;
        return OWN_SIGNALS.contains(signal) ? new End.Broke(signal) : new End.Killed(signal);
    }

    private boolean left() {
        try {
            return child.waitFor(LONGEST_END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
