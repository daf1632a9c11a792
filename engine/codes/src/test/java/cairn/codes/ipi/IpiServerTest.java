package cairn.codes.ipi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a client written from the protocol's description, at the other end of a real socket.
class IpiServerTest {
    private static final IpiUnits UNITS = new IpiUnits(0.5, 25);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Structure LITHIUM = Structure.free(
            Cell.of(4, 0, 0, 1, 5, 0, 2, 3, 6), List.of(Element.ofSymbol("Li").orElseThrow()), Positions.of(1, 2, 3));

    private final ExecutorService client = Executors.newSingleThreadExecutor();
    private IpiServer server;

    @BeforeEach
    void listen() throws IOException {
        server = IpiServer.listen(Path.of(System.getProperty("java.io.tmpdir")), "cairn_");
    }

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    @Test
    void an_evaluation_travels_in_atomic_units_with_lattice_vectors_as_columns() throws Exception {
        Future<double[]> received = client.submit(() -> {
            try (Client talk = new Client(socket())) {
                talk.hear("STATUS");
                talk.say("NEEDINIT");
                talk.hear("INIT");
                talk.read(4 + 4 + 1);
                talk.hear("STATUS");
                talk.say("READY");
                talk.hear("POSDATA");
                double[] cell = talk.doubles(9);
                double[] inverse = talk.doubles(9);
                assertThat(talk.read(4).getInt()).isEqualTo(1);
                double[] positions = talk.doubles(3);
                talk.hear("STATUS");
                talk.say("HAVEDATA");
                talk.hear("GETFORCE");
                talk.say("FORCEREADY");
                talk.answer(-2, new double[] {.1, .2, .3}, new double[] {1, 6, 5, 0, 2, 4, 0, 0, 3}, "words");
                return join(cell, inverse, positions);
            }
        });
        server.accept(() -> true, PATIENCE, UNITS);
        Evaluation evaluation = server.evaluate(LITHIUM, PATIENCE);
        assertThat(evaluation.energyEv()).isEqualTo(-50);
        assertThat(evaluation.forces()).isEqualTo(Forces.of(.1 * 50, .2 * 50, .3 * 50));
        double perVirial = -25 / LITHIUM.cell().volume();
        Stress.Tensor stress = (Stress.Tensor) evaluation.stress();
        assertThat(new double[] {stress.xx(), stress.yy(), stress.zz(), stress.yz(), stress.xz(), stress.xy()})
                .containsExactly(
                        new double[] {
                            perVirial, 2 * perVirial, 3 * perVirial, 4 * perVirial, 5 * perVirial, 6 * perVirial
                        },
                        within(1e-15));
        double[] sent = received.get();
        assertThat(java.util.Arrays.copyOf(sent, 9)).containsExactly(8, 2, 4, 0, 10, 6, 0, 0, 12);
        assertThat(sent[9]).isEqualTo(1.0 / 8);
        assertThat(java.util.Arrays.copyOfRange(sent, 18, 21)).containsExactly(2, 4, 6);
    }

    @Test
    void a_client_that_hangs_up_is_said() throws Exception {
        Future<Boolean> gone = client.submit(() -> {
            new Client(socket()).close();
            return true;
        });
        server.accept(() -> true, PATIENCE, UNITS);
        gone.get();
        assertThatThrownBy(() -> server.evaluate(LITHIUM, PATIENCE)).isInstanceOf(IOException.class);
    }

    @Test
    void a_client_that_says_what_the_protocol_does_not_know_is_said() throws Exception {
        Future<Client> said = client.submit(() -> {
            Client talk = new Client(socket());
            talk.say("SOMETHING");
            return talk;
        });
        server.accept(() -> true, PATIENCE, UNITS);
        said.get();
        assertThatThrownBy(() -> server.evaluate(LITHIUM, PATIENCE))
                .hasMessage("it said 'SOMETHING' where the protocol has READY");
    }

    @Test
    void a_client_that_never_answers_is_not_waited_for_longer_than_asked() throws Exception {
        Future<Client> silent = client.submit(() -> new Client(socket()));
        server.accept(() -> true, PATIENCE, UNITS);
        silent.get();
        assertThatThrownBy(() -> server.evaluate(LITHIUM, Duration.ofMillis(30)))
                .hasMessage("it did not answer in time");
    }

    @Test
    void a_client_that_dies_before_it_calls_is_not_waited_for() {
        assertThatThrownBy(() -> server.accept(() -> false, PATIENCE, UNITS)).hasMessage("it ended before it called");
    }

    @Test
    void only_this_user_may_enter_the_sockets_directory_and_it_goes_when_the_server_does() throws IOException {
        Path directory = socket().getParent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        server.close();
        assertThat(directory).doesNotExist();
    }

    private Path socket() {
        return Path.of(System.getProperty("java.io.tmpdir")).resolve(server.socketName());
    }

    private static double[] join(double[]... parts) {
        return java.util.Arrays.stream(parts)
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }

    /// A code, as the protocol describes it.
    private static final class Client implements AutoCloseable {
        private final SocketChannel channel;

        Client(Path socket) throws IOException {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        }

        void hear(String word) throws IOException {
            byte[] bytes = new byte[12];
            read(12).get(bytes);
            assertThat(new String(bytes, StandardCharsets.US_ASCII).strip()).isEqualTo(word);
        }

        void say(String word) throws IOException {
            channel.write(ByteBuffer.wrap("%-12s".formatted(word).getBytes(StandardCharsets.US_ASCII)));
        }

        void answer(double energy, double[] forces, double[] virial, String extra) throws IOException {
            ByteBuffer answer = ByteBuffer.allocate(1000).order(ByteOrder.nativeOrder());
            answer.putDouble(energy).putInt(forces.length / 3);
            for (double number : join(forces, virial)) {
                answer.putDouble(number);
            }
            answer.putInt(extra.length()).put(extra.getBytes(StandardCharsets.US_ASCII));
            channel.write(answer.flip());
        }

        double[] doubles(int count) throws IOException {
            double[] numbers = new double[count];
            read(8 * count).asDoubleBuffer().get(numbers);
            return numbers;
        }

        ByteBuffer read(int bytes) throws IOException {
            ByteBuffer message = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
            while (message.hasRemaining()) {
                assertThat(channel.read(message)).isNotNegative();
            }
            return message.flip();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
