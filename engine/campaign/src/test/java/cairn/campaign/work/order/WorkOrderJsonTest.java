package cairn.campaign.work.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.campaign.work.Silicon;
import cairn.neb.Cells;
import cairn.neb.NebSettings;
import cairn.neb.Observation;
import cairn.neb.Springs;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Constraints;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WorkOrderJsonTest {
    private static final Structure STRUCTURE = held(Silicon.withLithiumAt(1.0 / 3));
    private static final WorkOrder.Endpoint ENDPOINT = new WorkOrder.Endpoint(
            STRUCTURE,
            new Evaluation(-1.0 / 7, Forces.of(new double[3 * 65]), new Stress.Tensor(1, 2, 3, 4, 5, 1e-30)));

    static final List<WorkOrder> ORDERS = List.of(
            new WorkOrder.Energy("lammps", STRUCTURE),
            new WorkOrder.Relax("builtin/meam-lisi", STRUCTURE, new RelaxSettings(true, 0.1 + 0.2, 1e-4, 77)),
            band(new Springs.Uniform(0.1), new SearchChoice.Plain(), List.of()),
            band(
                    new Springs.EnergyWeighted(0.1, 0.9),
                    new SearchChoice.Surrogate(3, 77, new SearchChoice.Prior.None()),
                    List.of(new Observation(STRUCTURE, ENDPOINT.evaluation()))),
            band(
                    new Springs.Uniform(0.1),
                    new SearchChoice.Surrogate(1, 99, new SearchChoice.Prior.OfCode("builtin/meam-lisi")),
                    List.of()),
            with(BandTask.of(settings(new Springs.Uniform(0.1)), new SearchChoice.Plain())
                    .verifying(Verify.SADDLE)),
            with(BandTask.of(settings(new Springs.Uniform(0.1)), new SearchChoice.Plain())
                    .in(new Cells.Free(0.1 + 0.2))),
            new WorkOrder.Band(
                    "lammps",
                    ENDPOINT,
                    ENDPOINT,
                    BandTask.of(settings(new Springs.Uniform(0.1)), new SearchChoice.Plain())
                            .splitting(new Splitting.DeeperThan(0.1 + 0.2)),
                    List.of(STRUCTURE, STRUCTURE),
                    List.of()));

    private static WorkOrder with(BandTask task) {
        return new WorkOrder.Band("lammps", ENDPOINT, ENDPOINT, task, List.of());
    }

    private static WorkOrder band(Springs springs, SearchChoice search, List<Observation> known) {
        return new WorkOrder.Band("lammps", ENDPOINT, ENDPOINT, settings(springs), search, known);
    }

    private static NebSettings settings(Springs springs) {
        return new NebSettings(
                5,
                0.01,
                springs,
                NebSettings.Start.LINEAR,
                NebSettings.Climbing.NEVER,
                NebSettings.Optimizer.LBFGS,
                99);
    }

    @ParameterizedTest
    @FieldSource("ORDERS")
    void an_order_that_is_written_is_read_back_the_same(WorkOrder order) {
        String text = WorkOrderJson.write(order);
        assertThat(WorkOrderJson.read(text)).isEqualTo(order);
        assertThat(WorkOrderJson.write(WorkOrderJson.read(text))).isEqualTo(text);
    }

    @Test
    void work_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> WorkOrderJson.read("{\"work\": \"dance\", \"code\": \"lammps\"}"))
                .hasMessage("no such work: dance");
        String other = WorkOrderJson.write(band(new Springs.Uniform(0.1), new SearchChoice.Plain(), List.of()))
                .replace("\"plain\"", "\"lucky\"");
        assertThatThrownBy(() -> WorkOrderJson.read(other)).hasMessage("no such search: lucky");
    }

    private static Structure held(Structure structure) {
        BitSet held = new BitSet();
        held.set(3);
        held.set(64);
        return new Structure(structure.cell(), structure.species(), structure.positions(), Constraints.of(held));
    }
}
