package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.work.WorkOrder;
import cairn.codes.RelaxTask;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Structure;

/// Relaxations: by the code itself where it can, else driven by Cairn.
final class Relaxations {
    private Relaxations() {}

    static Calculation of(CalculationId id, Setup setup, Structure structure, RelaxSettings settings) {
        return setup.code()
                .nativeRelax()
                .<Calculation>map(code -> new NativeRelaxation(id, setup, code, task(structure, settings)))
                .orElseGet(() -> new WorkCalculation(
                        id, setup, new WorkOrder.Relax(setup.code().spec(), structure, settings)));
    }

    private static RelaxTask task(Structure structure, RelaxSettings settings) {
        return new RelaxTask(
                structure, settings.cellFree(), settings.fmax(), settings.stressMax(), settings.maxSteps());
    }
}
