package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.work.WorkOrder;
import cairn.codes.task.Task;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Structure;

/// Relaxations: by the code itself where it can, else driven by Cairn.
public final class Relaxations {
    private Relaxations() {}

    public static Calculation of(CalculationId id, Setup setup, Structure structure, RelaxSettings settings) {
        return setup.code()
                .nativeRuns()
                .filter(_ -> setup.code().relaxesByItself())
                .<Calculation>map(code -> new NativeRelaxation(id, setup, code, task(structure, settings)))
                .orElseGet(() -> new WorkCalculation(
                        id, setup, new WorkOrder.Relax(setup.code().spec(), structure, settings)));
    }

    private static Task.Relax task(Structure structure, RelaxSettings settings) {
        return new Task.Relax(
                structure,
                settings.cellFree() ? Task.CellMotion.FREE : Task.CellMotion.FIXED,
                settings.fmax(),
                settings.stressMax(),
                settings.maxSteps());
    }
}
