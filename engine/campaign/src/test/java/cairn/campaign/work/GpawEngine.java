package cairn.campaign.work;

import cairn.codes.ForceEngine;
import cairn.codes.ipi.IpiServer;
import cairn.codes.ipi.IpiUnits;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// GPAW as a child that answers over a UNIX socket, started with the first structure, gone with the socket.
final class GpawEngine implements ForceEngine {
    /// The seconds of every call, one a line.
    static final String SECONDS = "seconds";
    /// ASE's: CODATA 2014.
    private static final IpiUnits UNITS = new IpiUnits(0.5291772105638411, 27.211386024367243);

    private static final Path SOCKETS = Path.of("/tmp");
    private static final String PREFIX = "ipi_";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Path client;
    private final Path folder;
    private Optional<Session> session = Optional.empty();

    private record Session(IpiServer server, Process child) {}

    GpawEngine(Path client, Path folder) {
        this.client = client;
        this.folder = folder;
    }

    @Override
    public Evaluation evaluate(Structure structure) {
        try {
            if (session.isEmpty()) {
                session = Optional.of(start(structure));
            }
            long begin = System.nanoTime();
            Evaluation evaluation = session.orElseThrow().server().evaluate(structure, LONGEST);
            note((System.nanoTime() - begin) * 1e-9);
            return evaluation;
        } catch (IOException e) {
            throw new UncheckedIOException("GPAW failed; what it said is in " + folder, e);
        }
    }

    private Session start(Structure structure) throws IOException {
        Files.createDirectories(folder);
        IpiServer server = IpiServer.listen(SOCKETS, PREFIX);
        String symbols = structure.species().stream().map(Element::symbol).collect(Collectors.joining());
        Process child = new ProcessBuilder(
                        "/usr/bin/python3",
                        client.toString(),
                        server.socketName().substring(PREFIX.length()),
                        symbols,
                        Double.toString(structure.cell().length(0)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile())
                .start();
        server.accept(child::isAlive, LONGEST, UNITS);
        return new Session(server, child);
    }

    private void note(double seconds) throws IOException {
        Files.writeString(
                folder.resolve(SECONDS), seconds + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public String version() {
        try {
            return Files.readString(folder.resolve("version"));
        } catch (IOException e) {
            throw new UncheckedIOException("GPAW has not said its version in " + folder, e);
        }
    }

    /// The client ends when its socket closes; it is not waited for for ever.
    @Override
    public void close() {
        session.ifPresent(open -> {
            open.server().close();
            end(open.child());
        });
        session = Optional.empty();
    }

    private static void end(Process child) {
        try {
            if (!child.waitFor(10, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
