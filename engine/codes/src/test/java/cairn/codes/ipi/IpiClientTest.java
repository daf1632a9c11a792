package cairn.codes.ipi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against the server, over a real socket.
class IpiClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Structure LITHIUM = Structure.free(
            Cell.of(4, 0, 0, 1, 5, 0, 2, 3, 6),
            Collections.nCopies(2, Element.ofSymbol("Li").orElseThrow()),
            Positions.of(1. / 3, 2. / 3, 3. / 7, 1.1, 2.2, 3.3));

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private IpiServer server;

    @BeforeEach
    void listen() throws IOException {
        server = IpiServer.listen(Path.of(System.getProperty("java.io.tmpdir")), "cairn_");
    }

    @AfterEach
    void close() {
        server.close();
        thread.close();
    }

    private Future<Void> serving(IpiClient.Potential potential) {
        Path socket = Path.of(System.getProperty("java.io.tmpdir"), server.socketName());
        return thread.submit(() -> {
            IpiClient.serve(socket, potential);
            return null;
        });
    }

    /// Gives back the place that it was moved to: as forces, and the cell as a virial.
    private static final class Echo implements IpiClient.Potential {
        private double[] cell = {};
        private double[] positions = {};
        private int moves;

        @Override
        public void move(double[] to, double[] atoms) {
            cell = to;
            positions = atoms;
            moves++;
        }

        @Override
        public double energy() {
            return moves / 3.;
        }

        @Override
        public double[] forces() {
            return positions;
        }

        @Override
        public double[] virial() {
            return cell;
        }
    }

    @Test
    void every_number_arrives_to_its_last_bit_call_after_call() throws Exception {
        Future<Void> client = serving(new Echo());
        server.accept(() -> true, PATIENCE, IpiUnits.OURS);

        for (int call = 1; call <= 3; call++) {
            Evaluation evaluation = server.evaluate(LITHIUM, PATIENCE);
            assertThat(evaluation.energyEv()).isEqualTo(call / 3.);
            assertThat(evaluation.forces())
                    .isEqualTo(Forces.of(LITHIUM.positions().toArray()));
        }
        server.close();
        assertThat(client.get()).isNull();
    }

    /// The server reads one triangle of the virial, which travels by columns as the cell does: the lower one of ours.
    @Test
    void lattice_vectors_are_rows_on_both_sides() throws Exception {
        Future<Void> client = serving(new Echo());
        server.accept(() -> true, PATIENCE, IpiUnits.OURS);

        double minusVolume = -LITHIUM.cell().volume();
        assertThat(server.evaluate(LITHIUM, PATIENCE).stress())
                .isEqualTo(new Stress.Tensor(
                        4 / minusVolume,
                        5 / minusVolume,
                        6 / minusVolume,
                        3 / minusVolume,
                        2 / minusVolume,
                        1 / minusVolume));
        server.close();
        assertThat(client.get()).isNull();
    }

    @Test
    void what_the_potential_throws_ends_the_talk() throws Exception {
        Future<Void> client = serving(new IpiClient.Potential() {
            @Override
            public void move(double[] cell, double[] positions) {
                throw new IllegalStateException("no such place");
            }

            @Override
            public double energy() {
                return 0;
            }

            @Override
            public double[] forces() {
                return new double[6];
            }

            @Override
            public double[] virial() {
                return new double[9];
            }
        });
        server.accept(() -> true, PATIENCE, IpiUnits.OURS);

        assertThatThrownBy(() -> server.evaluate(LITHIUM, PATIENCE)).isInstanceOf(IOException.class);
        assertThatThrownBy(client::get).isInstanceOf(ExecutionException.class).hasMessageContaining("no such place");
    }
}
