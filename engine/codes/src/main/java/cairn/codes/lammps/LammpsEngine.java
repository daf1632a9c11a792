package cairn.codes.lammps;

import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.codes.EngineLost;
import cairn.codes.ForceEngine;
import cairn.codes.Overlap;
import cairn.codes.ipi.IpiServer;
import cairn.codes.ipi.IpiUnits;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import cairn.templates.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// LAMMPS as a child process that answers over a UNIX socket (`fix ipi`), 3 ms a call for 65 atoms where a cold
/// start takes 500.
///
/// The child starts with the first structure and is kept until [#close]; it ends by itself when its socket closes,
/// so it never outlives this process. Its neighbour lists are built anew for each structure: the answer does not
/// depend on what was asked before, nor on which engine is asked.
final class LammpsEngine implements ForceEngine {
    /// `fix ipi` converts with these numbers, so only these give back exactly what LAMMPS computed: `posconv` and
    /// `potconv` of its fix_ipi.cpp, `boltz` of `units metal` in its update.cpp.
    private static final IpiUnits UNITS = new IpiUnits(0.52917721, 8.617343e-5 / 3.1668152e-06);

    /// `fix ipi` looks for its socket under this prefix, whatever TMPDIR says.
    private static final Path SOCKETS = Path.of("/tmp");

    private static final String PREFIX = "ipi_";
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);
    /// The exit status of a child that signal n ended is this plus n.
    private static final int FIRST_SIGNAL = 128;

    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Path folder;
    private final KimModel model;
    private Optional<Session> session = Optional.empty();
    private Optional<String> version = Optional.empty();

    LammpsEngine(Path folder, KimModel model) {
        this.folder = folder;
        this.model = model;
    }

    @Override
    public Evaluation evaluate(Structure structure) {
        LammpsFrame frame = LammpsFrame.of(structure.cell());
        Structure framed = frame.enter(structure);
        // LAMMPS would not come back from it.
        Overlap.in(framed).ifPresent(error -> {
            throw new EngineFailure(error);
        });
        Session current = sessionFor(framed);
        try {
            Evaluation theirs = current.server().evaluate(framed, LONGEST_ANSWER);
            version = version.or(() -> log("log.lammps").map(LogFile::version));
            return new Evaluation(theirs.energyEv(), frame.leave(theirs.forces()), frame.leave(theirs.stress()));
        } catch (IOException e) {
            throw failure(current.child(), e);
        }
    }

    @Override
    public String version() {
        return version.orElseThrow(() -> new IllegalStateException("LAMMPS has not answered yet"));
    }

    private Optional<LogFile> log(String name) {
        return OutputFile.lines(folder.resolve(name)).map(LogFile::new);
    }

    private Session sessionFor(Structure framed) {
        if (session.filter(open -> open.species().equals(framed.species())).isEmpty()) {
            close();
            session = Optional.of(start(framed));
        }
        return session.orElseThrow();
    }

    /// Leaves no child behind if it cannot be started or does not call.
    private Session start(Structure framed) {
        try {
            Files.createDirectories(folder);
            return connected(framed, IpiServer.listen(SOCKETS, PREFIX));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start LAMMPS in " + folder, e);
        }
    }

    private Session connected(Structure framed, IpiServer server) throws IOException {
        Process child;
        try {
            child = startChild(framed, server.socketName().substring(PREFIX.length()));
        } catch (EngineFailure e) {
            server.close();
            throw e;
        }
        Session started = new Session(framed.species(), server, child);
        session = Optional.of(started);
        try {
            server.accept(child::isAlive, LONGEST_ANSWER, UNITS);
            return started;
        } catch (IOException e) {
            throw failure(child, e);
        }
    }

    private Process startChild(Structure framed, String socket) throws IOException {
        Map<String, Object> values = Map.of("model", model.id(), "species", DataFile.species(framed), "socket", socket);
        Files.writeString(folder.resolve("engine.in"), Templates.render("lammps/engine.in", values));
        Files.writeString(folder.resolve(DataFile.NAME), DataFile.of(framed));
        ProcessBuilder command = new ProcessBuilder(Lammps.COMMAND, "-in", "engine.in", "-log", "log.lammps")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile());
        command.environment().putAll(Lammps.ENVIRONMENT);
        try {
            return command.start();
        } catch (IOException e) {
            throw new EngineFailure(new CodeError(
                    "lammps/not-installed",
                    "The command lmp cannot be started: " + e.getMessage(),
                    "Install LAMMPS with KIM (Debian: lammps and openkim-models) where jobs run, or load its module."));
        }
    }

    /// What LAMMPS wrote before it fell silent says more than the broken socket does.
    private RuntimeException failure(Process child, IOException cause) {
        boolean left = left();
        Optional<String> said = log("log.lammps")
                .flatMap(LogFile::error)
                .or(() -> log("screen").flatMap(LogFile::error))
                .filter(line -> !line.contains("broken connection"));
        if (said.isPresent()) {
            return caused(KnownErrors.of(said.get()), cause);
        }
        return left && child.exitValue() > FIRST_SIGNAL
                ? new EngineLost("LAMMPS was killed by signal " + (child.exitValue() - FIRST_SIGNAL), cause)
                : caused(silent(left ? "ended with status " + child.exitValue() : "does not answer", cause), cause);
    }

    private static EngineFailure caused(CodeError error, IOException cause) {
        EngineFailure failure = new EngineFailure(error);
        failure.initCause(cause);
        return failure;
    }

    private CodeError silent(String end, IOException cause) {
        return new CodeError(
                "lammps/engine-lost",
                "LAMMPS " + end + " (" + cause.getMessage() + ").",
                "Look into " + folder.resolve("screen") + ".");
    }

    @Override
    public void close() {
        left();
    }

    /// Ends the session; whether the child left by itself.
    private boolean left() {
        boolean left = session.map(Session::end).orElse(true);
        session = Optional.empty();
        return left;
    }

    private record Session(List<Element> species, IpiServer server, Process child) {
        /// The child leaves when its socket closes; one that does not is killed. Whether it left.
        boolean end() {
            server.close();
            boolean left = false;
            try {
                left = child.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            if (!left) {
                child.destroyForcibly();
            }
            return left;
        }
    }
}
