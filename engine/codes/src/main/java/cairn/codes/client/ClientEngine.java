package cairn.codes.client;

import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.codes.EngineLost;
import cairn.codes.ForceEngine;
import cairn.codes.NotStarted;
import cairn.codes.Overlap;
import cairn.codes.ipi.IpiServer;
import cairn.codes.output.Killers;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A [Client] that is kept between calls, as a child process at a socket of its own.
///
/// It starts with the first structure, and anew when a structure is out of its scope. One that is killed or falls
/// silent is started again and asked again, a few times. One that fails is not asked again: the answer would be the
/// same, and DFT is dear. It ends by itself when its socket closes, so it never outlives this process.
public final class ClientEngine implements ForceEngine {
    /// The clients look for their socket under this prefix, whatever TMPDIR says.
    private static final Path SOCKETS = Path.of("/tmp");

    private static final String PREFIX = "ipi_";
    private static final String SCREEN = "screen";
    private static final int MOST_STARTS = 3;

    private final Client client;
    private final Path folder;
    private final int cores;
    private final Screen screen;
    private Patience patience;
    private Optional<Session> session = Optional.empty();
    private Optional<String> version = Optional.empty();

    private ClientEngine(Client client, Path folder, int cores, Patience patience) {
        this.client = client;
        this.folder = folder;
        this.cores = cores;
        this.patience = patience;
        this.screen = new Screen(folder.resolve(SCREEN));
    }

    /// An engine that works in the folder, on so many cores, and waits for answers with that patience.
    public static ClientEngine of(Client client, Path folder, int cores, Patience patience) {
        return new ClientEngine(client, folder.toAbsolutePath(), cores, patience);
    }

    @Override
    public Evaluation evaluate(Structure structure) {
        Overlap.in(structure).ifPresent(error -> {
            throw new EngineFailure(error);
        });
        for (int start = 1; start < MOST_STARTS; start++) {
            try {
                return ask(structure);
            } catch (EngineLost _) {
                // The next turn starts the program anew; the last one passes on what happened.
            }
        }
        return ask(structure);
    }

    private Evaluation ask(Structure structure) {
        Session current = sessionFor(structure);
        long before = screen.size();
        try {
            long asked = System.nanoTime();
            Evaluation evaluation = current.server().evaluate(structure, patience.limit());
            patience = patience.after(Duration.ofNanos(System.nanoTime() - asked));
            String said = screen.since(before);
            version = version.or(() -> client.speech().version(screen.since(current.firstWord())));
            Optional<CodeError> failure = client.speech().verdict(client.program(), said);
            if (failure.isPresent()) {
                close();
                throw new EngineFailure(failure.get());
            }
            return evaluation;
        } catch (IOException e) {
            throw broken(current, before, e);
        }
    }

    private Session sessionFor(Structure structure) {
        Object scope = client.scope(structure);
        if (session.filter(open -> open.scope().equals(scope)).isEmpty()) {
            patience = session.isPresent() ? patience.anew() : patience;
            close();
            start(structure, scope);
        }
        return session.orElseThrow();
    }

    /// Leaves no child behind if it cannot be started or does not call.
    private void start(Structure structure, Object scope) {
        long firstWord;
        try {
            Files.createDirectories(folder);
            firstWord = screen.size();
            IpiServer server = IpiServer.listen(SOCKETS, PREFIX);
            session = Optional.of(new Session(scope, server, child(structure, server), firstWord));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + client.program() + " in " + folder, e);
        }
        Session started = session.orElseThrow();
        try {
            started.server().accept(started.child()::isAlive, patience.first(), client.units());
        } catch (IOException e) {
            throw broken(started, firstWord, e);
        }
    }

    private Process child(Structure structure, IpiServer server) throws IOException {
        String socket = server.socketName().substring(PREFIX.length());
        boolean running = false;
        try {
            Process child = process(client.prepare(structure, socket, folder, cores));
            running = true;
            return child;
        } finally {
            if (!running) {
                server.close();
            }
        }
    }

    private Process process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(screen.file().toFile()));
        builder.environment().putAll(Launcher.ENVIRONMENT);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new EngineFailure(client.notInstalled(NotStarted.why(e)));
        }
    }

    /// What the program wrote before it broke off says more than the socket does.
    private RuntimeException broken(Session current, long before, IOException cause) {
        Session.End end = current.end();
        session = Optional.empty();
        String said = screen.since(before);
        Optional<CodeError> complaint =
                client.speech().complaint(client.program(), said).or(() -> shortOfMemory(said));
        if (complaint.isPresent()) {
            return caused(complaint.get(), cause);
        }
        return switch (end) {
            case Session.End.Left(int status) -> caused(silent(status, said, cause), cause);
            case Session.End.Broke(int signal) -> caused(crashed(signal, said), cause);
            case Session.End.Killed(int signal) ->
                new EngineLost(client.program() + " was killed by signal " + signal + lastWords(said), cause);
            case Session.End.Hung() ->
                new EngineLost(client.program() + " hung (" + cause.getMessage() + ")" + lastWords(said), cause);
        };
    }

    /// It would be short of it again. Of time it would not, in the next job.
    private static Optional<CodeError> shortOfMemory(String said) {
        return Killers.limit(said)
                .filter(passed -> passed.limit() == Killers.Limit.MEMORY)
                .map(Killers.Passed::error);
    }

    private static EngineFailure caused(CodeError error, IOException cause) {
        EngineFailure failure = new EngineFailure(error);
        failure.initCause(cause);
        return failure;
    }

    private CodeError silent(int status, String said, IOException cause) {
        return new CodeError(
                client.speech().code() + "/ended",
                client.program() + " ended with status " + status + " (" + cause.getMessage() + ")" + lastWords(said)
                        + ".",
                "Look into " + screen.file() + ".");
    }

    /// It would break again; an attempt that a job's walltime is wasted on tells no more.
    private CodeError crashed(int signal, String said) {
        return new CodeError(
                client.speech().code() + "/crashed",
                client.program() + " broke with signal " + signal + lastWords(said) + ".",
                "Most often memory is short, or the stack (ulimit -s unlimited in `prelude` of the profile); else look for"
                        + " atoms that are too close.");
    }

    private static String lastWords(String said) {
        String words = Screen.lastWords(said);
        return words.isEmpty() ? "" : "; its last words: " + words;
    }

    @Override
    public String version() {
        return version.orElseThrow(() -> new IllegalStateException(client.program() + " has not answered yet"));
    }

    @Override
    public void close() {
        session.ifPresent(Session::end);
        session = Optional.empty();
    }
}
