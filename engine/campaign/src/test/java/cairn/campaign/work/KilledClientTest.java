package cairn.campaign.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import cairn.campaign.work.files.ResultFile;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.json.StructureJson;
import cairn.campaign.work.order.BandTask;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.WorkOrder;
import cairn.campaign.work.order.WorkOrderJson;
import cairn.neb.NebSettings;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// A vacancy hop in copper by the EMT of ASE, whose client is killed while it works for the band.
@Tag("slow")
class KilledClientTest {
    private static final String EMT = "{\"use\":\"ase\",\"ase\":{\"calculator\":\"emt\"}}";
    private static final double EDGE = 3.61;
    private static final NebSettings NEB = new NebSettings(
            3, 0.02, 0.1, NebSettings.Start.IDPP, NebSettings.Climbing.WHEN_SETTLED, NebSettings.Optimizer.ODE, 200);

    @TempDir
    private Path folder;

    @Test
    void the_band_goes_on_with_another_client_to_the_same_barrier() throws IOException {
        needsAse();
        WorkOrder.Band band = new WorkOrder.Band(
                EMT, relaxed("from", 0), relaxed("to", 1), BandTask.of(NEB, new SearchChoice.Plain()), List.of());
        ObjectNode undisturbed = run("undisturbed", band);
        Path disturbed = prepared("disturbed", band);
        Thread killer = killer(disturbed.resolve(WorkOrder.EVALUATIONS));

        Work.run(disturbed, 1);

        assertThat(killer.isAlive()).as("there was a client to kill").isFalse();
        ObjectNode result = ResultFile.read(disturbed).orElseThrow();
        assertThat(result.required("converged").stringValue()).isEqualTo("SADDLE");
        assertThat(result.required("barrier_forward_ev").doubleValue())
                .isCloseTo(undisturbed.required("barrier_forward_ev").doubleValue(), within(1e-9));
        assertThat(result.required("barrier_forward_ev").doubleValue()).isBetween(0.3, 1.2);
    }

    /// Ends the first client once a few of the band's images have been computed.
    private static Thread killer(Path evaluations) {
        return Thread.ofPlatform().daemon().start(() -> {
            while (lines(evaluations) < 8) {
                Thread.onSpinWait();
            }
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                            .contains("driver.py"))
                    .findFirst()
                    .orElseThrow()
                    .destroyForcibly();
        });
    }

    private static long lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    private WorkOrder.Endpoint relaxed(String name, int hole) throws IOException {
        ObjectNode result =
                run(name, new WorkOrder.Relax(EMT, copperWithout(hole), new RelaxSettings(false, 0.01, 1, 200)));
        return new WorkOrder.Endpoint(
                StructureJson.read(result.required("structure")), EvaluationJson.read(result.required("evaluation")));
    }

    /// Two cubic cells along each axis; of the first two neighbours one is away, and the other comes first.
    private static Structure copperWithout(int hole) {
        double[][] sites = {{0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}};
        double[] all = new double[3 * 32];
        int atom = 0;
        for (int cell = 0; cell < 8; cell++) {
            int[] at = {cell & 1, cell >> 1 & 1, cell >> 2};
            for (double[] site : sites) {
                for (int axis = 0; axis < 3; axis++) {
                    all[3 * atom + axis] = EDGE * (at[axis] + site[axis]);
                }
                atom++;
            }
        }
        int stays = 1 - hole;
        double[] kept = DoubleStream.concat(
                        Arrays.stream(all, 3 * stays, 3 * stays + 3), Arrays.stream(all, 6, all.length))
                .toArray();
        return Structure.free(
                Cell.orthorhombic(2 * EDGE, 2 * EDGE, 2 * EDGE),
                Collections.nCopies(31, Element.ofSymbol("Cu").orElseThrow()),
                Positions.of(kept));
    }

    private ObjectNode run(String name, WorkOrder order) throws IOException {
        Path directory = prepared(name, order);
        Work.run(directory, 1);
        return ResultFile.read(directory).orElseThrow();
    }

    private Path prepared(String name, WorkOrder order) throws IOException {
        Path directory = Files.createDirectory(folder.resolve(name));
        Files.writeString(directory.resolve(WorkOrder.FILE), WorkOrderJson.write(order));
        return directory;
    }

    private static void needsAse() {
        if (!Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/ase"))) {
            String missing = "ASE is not here: install python3-ase";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            abort(missing);
        }
    }
}
