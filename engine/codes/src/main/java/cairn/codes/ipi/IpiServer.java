package cairn.codes.ipi;

import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One client of the i-PI protocol, at the other end of a UNIX socket that only this user can reach.
///
/// The paths to an answer: listen, accept, then evaluate again and again, close. Every wait has a limit; a client
/// that breaks off, or says what the protocol does not know, is an IOException.
public final class IpiServer implements AutoCloseable {
    static final String SOCKET = "s";
    private static final long LOOK_AT_CHILD_MILLIS = 50;

    private final Path directory;
    private final ServerSocketChannel door;
    private Optional<IpiConnection> connection = Optional.empty();

    private IpiServer(Path directory, ServerSocketChannel door) {
        this.directory = directory;
        this.door = door;
    }

    /// Listens on a socket in a new directory `<folder>/<prefix><process>-<random>`, which nobody else may enter. The
    /// path stays short: the system allows a socket 107 characters. What killed processes left there goes away.
    public static IpiServer listen(Path folder, String prefix) throws IOException {
        Leftovers.sweep(folder, prefix);
        Path directory = Files.createTempDirectory(
                folder,
                prefix + ProcessHandle.current().pid() + "-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(directory.resolve(SOCKET)));
        return new IpiServer(directory, door);
    }

    /// The socket's path below the folder it was made in.
    public String socketName() {
        return directory.getFileName() + "/" + SOCKET;
    }

    /// Waits for the client to call, as long as it lives.
    public void accept(BooleanSupplier clientLives, Duration longest, IpiUnits units) throws IOException {
        long deadline = System.nanoTime() + longest.toNanos();
        door.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            door.register(selector, SelectionKey.OP_ACCEPT);
            while (selector.select(LOOK_AT_CHILD_MILLIS) == 0) {
                if (!clientLives.getAsBoolean()) {
                    throw new IOException("it ended before it called");
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException("it did not call within " + longest);
                }
            }
        }
        SocketChannel channel = door.accept();
        connection = Optional.of(new IpiConnection(channel, units));
        // There is one client. Without its path the socket leaves nothing behind, however this process ends.
        closeDoor();
    }

    private void closeDoor() throws IOException {
        door.close();
        Files.deleteIfExists(directory.resolve(SOCKET));
        Files.deleteIfExists(directory);
    }

    /// Energy, forces and stress of a structure, as the client says. Its cell must lie as the client wants it.
    public Evaluation evaluate(Structure structure, Duration longest) throws IOException {
        return connection
                .orElseThrow(() -> new IllegalStateException("no client was accepted"))
                .evaluate(structure, longest);
    }

    /// Hangs up, and takes the socket away if it is still there.
    @Override
    public void close() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
            closeDoor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + directory, e);
        }
    }
}
