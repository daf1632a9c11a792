package cairn.campaign.work;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.output.Energies;
import cairn.codes.output.Step;
import cairn.codes.task.Task;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeJobTest {
    private static final Structure ATOM = Structure.free(
            Cell.orthorhombic(4, 4, 4), List.of(Element.ofSymbol("H").orElseThrow()), Positions.of(0, 0, 0));

    private static final Step LAST = new Step(
            Energies.free(-31.5),
            new Step.SaidForces.Given(Forces.of(0.3, 0, 0.4)),
            new Stress.NotGiven(),
            new Step.SaidStructure.NotGiven(),
            new Step.SaidMoment.NotGiven(),
            6);

    @Test
    void progress_has_steps_energy_and_fmax() {
        Task relax = new Task.Relax(ATOM, Task.CellMotion.FIXED, 0.01, 1, 50);

        assertThat(NativeJob.progress(relax, 7, LAST))
                .hasToString("{\"steps\":7,\"energy_ev\":-31.5,\"fmax_ev_per_ang\":0.5}");
    }

    /// Its energies are of many images.
    @Test
    void progress_of_a_band_has_its_iterations_alone() {
        Task band = new Task.Band(List.of(ATOM, ATOM, ATOM), Task.Climbing.HIGHEST, 1, 0.05, 100);

        assertThat(NativeJob.progress(band, 7, LAST)).hasToString("{\"steps\":7}");
    }
}
