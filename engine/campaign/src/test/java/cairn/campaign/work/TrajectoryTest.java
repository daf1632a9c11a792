package cairn.campaign.work;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.work.files.ResultFile;
import cairn.campaign.work.files.Trajectory;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.json.ObservationJson;
import cairn.campaign.work.json.StructureJson;
import cairn.campaign.work.order.WorkOrder;
import cairn.campaign.work.order.WorkOrderJson;
import cairn.neb.Observation;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class TrajectoryTest {
    @TempDir
    private Path folder;

    @Test
    void evaluations_that_stand_close_to_the_one_kept_before_are_left_out_from_the_minimum_on() {
        assertThat(kept(0, .05, .055, .09, .1)).containsExactly(0.0, .055);
        assertThat(kept(0, .01, .1)).containsExactly(.01);
        assertThat(kept(.1)).isEmpty();
    }

    @Test
    void a_long_way_is_kept_with_wider_spacing() {
        double[] way = new double[401];
        Arrays.setAll(way, i -> .01 * i);
        assertThat(kept(way)).hasSize(8).startsWith(0.0);
    }

    @Test
    void the_result_of_a_relaxation_has_the_way_to_the_minimum() throws IOException {
        ObjectNode result = relaxed(new RelaxSettings(false, 0.01, 1, 200));
        Structure minimum = StructureJson.read(result.required("structure"));
        List<Observation> way = result.required("trajectory")
                .valueStream()
                .map(node -> ObservationJson.read(node, minimum))
                .toList();
        assertThat(way).isNotEmpty();
        assertThat(way.getFirst().structure()).isEqualTo(Silicon.withLithiumAt(0.53));
        double energy = EvaluationJson.read(result.required("evaluation")).energyEv();
        assertThat(way).allMatch(point -> point.evaluation().energyEv() > energy);
    }

    @Test
    void a_cell_that_changed_leaves_no_way_that_a_band_could_use() throws IOException {
        assertThat(relaxed(new RelaxSettings(true, 0.05, 1e-3, 200)).has("trajectory"))
                .isFalse();
    }

    private ObjectNode relaxed(RelaxSettings settings) throws IOException {
        WorkOrder order = new WorkOrder.Relax("builtin/meam-lisi", Silicon.withLithiumAt(0.53), settings);
        Files.writeString(folder.resolve(WorkOrder.FILE), WorkOrderJson.write(order));
        Work.run(folder, 1);
        return ResultFile.read(folder).orElseThrow();
    }

    /// Where the atom stood in what is kept of these, along x.
    private static List<Double> kept(double... way) {
        List<Observation> all =
                Arrays.stream(way).mapToObj(TrajectoryTest::atomAt).toList();
        return Trajectory.thinned(all).stream()
                .map(observation -> observation.structure().positions().x(0))
                .toList();
    }

    private static Observation atomAt(double x) {
        return new Observation(
                Structure.free(Cell.orthorhombic(9, 9, 9), List.of(Silicon.element("Li")), Positions.of(x, 0, 0)),
                new Evaluation(x, Forces.of(0, 0, 0), new Stress.NotGiven()));
    }
}
