package cairn.codes.ipi;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/// A client of the i-PI protocol that is a Java process of ours. The talk is that of [IpiConnection], without INIT,
/// which it never asks for.
public final class IpiClient {
    /// What answers, in the units on which the client and its server have agreed. It computes in [#move], and then
    /// tells of that place.
    public interface Potential {
        /// To a cell of lattice vectors in rows, and positions x, y, z of atom 0, then of atom 1, and so on.
        void move(double[] cell, double[] positions);

        double energy();

        /// In the order of the positions.
        double[] forces();

        /// -dE/d(strain), nine numbers.
        double[] virial();
    }

    private final SocketChannel server;
    private final InputStream words;
    private final Potential potential;
    private boolean moved;

    private IpiClient(SocketChannel server, Potential potential) {
        this.server = server;
        // What the server sends in one piece is taken in one.
        this.words = new BufferedInputStream(Channels.newInputStream(server));
        this.potential = potential;
    }

    /// Answers the server behind a socket until it hangs up.
    public static void serve(Path socket, Potential potential) throws IOException {
        try (SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            IpiClient client = new IpiClient(server, potential);
            Optional<String> word = client.nextWord();
            while (word.isPresent()) {
                client.follow(word.get());
                word = client.nextWord();
            }
        }
    }

    private void follow(String word) throws IOException {
        switch (word) {
            case "STATUS" -> send(Message.header(moved ? "HAVEDATA" : "READY"));
            case "POSDATA" -> move();
            case "GETFORCE" -> answer();
            default -> throw new IOException("the server said '" + word + "'");
        }
    }

    private void move() throws IOException {
        double[] cell = Message.transposed(doubles(9));
        doubles(9); // The inverse of the cell.
        int count = read(Integer.BYTES).getInt();
        potential.move(cell, doubles(3 * count));
        moved = true;
    }

    private void answer() throws IOException {
        double[] forces = potential.forces();
        ByteBuffer message =
                Message.room(Message.HEADER_BYTES + Double.BYTES * (1 + forces.length + 9) + 2 * Integer.BYTES);
        message.put(Message.header("FORCEREADY")).putDouble(potential.energy()).putInt(forces.length / 3);
        put(message, forces);
        put(message, Message.transposed(potential.virial()));
        send(message.putInt(0).flip());
        moved = false;
    }

    private static void put(ByteBuffer message, double[] numbers) {
        message.asDoubleBuffer().put(numbers);
        message.position(message.position() + Double.BYTES * numbers.length);
    }

    /// None when the server has hung up.
    private Optional<String> nextWord() throws IOException {
        try {
            return Optional.of(Message.word(read(Message.HEADER_BYTES)));
        } catch (EOFException _) {
            return Optional.empty();
        }
    }

    private double[] doubles(int count) throws IOException {
        double[] numbers = new double[count];
        read(Double.BYTES * count).asDoubleBuffer().get(numbers);
        return numbers;
    }

    private ByteBuffer read(int bytes) throws IOException {
        byte[] message = words.readNBytes(bytes);
        if (message.length < bytes) {
            throw new EOFException("the server hung up");
        }
        return ByteBuffer.wrap(message).order(ByteOrder.nativeOrder());
    }

    private void send(ByteBuffer message) throws IOException {
        while (message.hasRemaining()) {
            server.write(message);
        }
    }
}
