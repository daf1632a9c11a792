package cairn.codes.ipi;

import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The talk with one client.
///
///     talk  := (STATUS, (NEEDINIT, INIT bead:i32 length:i32 byte[length] | READY))*
///              POSDATA cell:f64[9] inverse:f64[9] n:i32 positions:f64[3n]
///              STATUS, HAVEDATA, GETFORCE, FORCEREADY energy:f64 n:i32 forces:f64[3n] virial:f64[9] m:i32 byte[m]
///
/// Cells travel with the lattice vectors as columns. What follows INIT means nothing to any client, but one of no bytes
/// makes pw.x wait for ever.
final class IpiConnection implements AutoCloseable {
    /// What a client of ours adds to its answer if the virial in it means nothing.
    static final String NO_STRESS = "no stress";

    /// What a client adds to its answer in words; more would be no answer of ours.
    private static final int LONGEST_EXTRA_BYTES = 1 << 20;

    private final SocketChannel channel;
    private final Selector selector;
    private final IpiUnits units;

    IpiConnection(SocketChannel channel, IpiUnits units) throws IOException {
        this.channel = channel;
        this.units = units;
        this.selector = Selector.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
    }

    Evaluation evaluate(Structure structure, Duration longest) throws IOException {
        long deadline = System.nanoTime() + longest.toNanos();
        makeReady(deadline);
        send(positions(structure));
        expect("HAVEDATA", askStatus(deadline));
        send(Message.header("GETFORCE"));
        expect("FORCEREADY", readHeader(deadline));
        return answer(structure, deadline);
    }

    private void makeReady(long deadline) throws IOException {
        String status = askStatus(deadline);
        if (status.equals("NEEDINIT")) {
            send(Message.room(Message.HEADER_BYTES + 4 + 4 + 1)
                    .put(Message.header("INIT"))
                    .putInt(0)
                    .putInt(1)
                    .put((byte) 0)
                    .flip());
            status = askStatus(deadline);
        }
        expect("READY", status);
    }

    private String askStatus(long deadline) throws IOException {
        send(Message.header("STATUS"));
        return readHeader(deadline);
    }

    private ByteBuffer positions(Structure structure) {
        double[] positions = structure.positions().toArray();
        Cell cell = structure.cell();
        ByteBuffer message = Message.room(Message.HEADER_BYTES + 8 * 18 + 4 + 8 * positions.length);
        message.put(Message.header("POSDATA"));
        putTransposed(message, cell.toArray(), 1 / units.angstromPerBohr());
        putTransposed(message, inverse(cell), units.angstromPerBohr());
        message.putInt(structure.count());
        for (double component : positions) {
            message.putDouble(component / units.angstromPerBohr());
        }
        return message.flip();
    }

    /// The fractions of the three unit vectors are the rows of the inverse.
    private static double[] inverse(Cell cell) {
        double[] rows = new double[9];
        System.arraycopy(cell.fractional(1, 0, 0), 0, rows, 0, 3);
        System.arraycopy(cell.fractional(0, 1, 0), 0, rows, 3, 3);
        System.arraycopy(cell.fractional(0, 0, 1), 0, rows, 6, 3);
        return rows;
    }

    private static void putTransposed(ByteBuffer message, double[] rows, double factor) {
        for (double component : Message.transposed(rows)) {
            message.putDouble(component * factor);
        }
    }

    private Evaluation answer(Structure structure, long deadline) throws IOException {
        ByteBuffer head = read(8 + 4, deadline);
        double energy = head.getDouble() * units.evPerHartree();
        int count = head.getInt();
        if (count != structure.count()) {
            throw new IOException("it answered for " + count + " atoms, asked for " + structure.count());
        }
        double[] forces = doubles(3 * count, units.evPerAngstromPerAtomicForce(), deadline);
        double[] virial = doubles(9, units.evPerHartree(), deadline);
        int extra = read(4, deadline).getInt();
        if (extra < 0 || extra > LONGEST_EXTRA_BYTES) {
            throw new IOException("it wants to add " + extra + " bytes to its answer");
        }
        byte[] words = new byte[extra];
        read(extra, deadline).get(words);
        Stress stress = new String(words, StandardCharsets.US_ASCII).equals(NO_STRESS)
                ? new Stress.NotGiven()
                : stress(structure.cell(), virial);
        return evaluation(energy, forces, stress);
    }

    /// The virial is -dE/d(strain); a client may fill the upper triangle only.
    private static Stress stress(Cell cell, double[] virial) {
        double minusVolume = -cell.volume();
        return new Stress.Tensor(
                virial[0] / minusVolume,
                virial[4] / minusVolume,
                virial[8] / minusVolume,
                virial[5] / minusVolume,
                virial[2] / minusVolume,
                virial[1] / minusVolume);
    }

    private static Evaluation evaluation(double energy, double[] forces, Stress stress) throws IOException {
        try {
            return new Evaluation(energy, Forces.of(forces), stress);
        } catch (IllegalArgumentException e) {
            throw new IOException("its answer is not finite: do atoms overlap?", e);
        }
    }

    private double[] doubles(int count, double factor, long deadline) throws IOException {
        ByteBuffer bytes = read(8 * count, deadline);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = bytes.getDouble() * factor;
        }
        return numbers;
    }

    private static void expect(String wanted, String said) throws IOException {
        if (!said.equals(wanted)) {
            throw new IOException("it said '" + said + "' where the protocol has " + wanted);
        }
    }

    private String readHeader(long deadline) throws IOException {
        return Message.word(read(Message.HEADER_BYTES, deadline));
    }

    private ByteBuffer read(int bytes, long deadline) throws IOException {
        ByteBuffer message = Message.room(bytes);
        while (message.hasRemaining()) {
            int count = channel.read(message);
            if (count < 0) {
                throw new EOFException("it hung up");
            }
            if (count == 0) {
                await(SelectionKey.OP_READ, deadline);
            }
        }
        return message.flip();
    }

    private void send(ByteBuffer message) throws IOException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (message.hasRemaining()) {
            if (channel.write(message) == 0) {
                await(SelectionKey.OP_WRITE, deadline);
            }
        }
    }

    private void await(int operation, long deadline) throws IOException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new IOException("it did not answer in time");
        }
        channel.keyFor(selector).interestOps(operation);
        selector.select(millis);
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
