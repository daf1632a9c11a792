package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.work.order.WorkOrder;
import cairn.codes.Code;
import cairn.codes.task.Task;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Structure;

/// Relaxations, driven by Cairn or by the code itself.
public final class Relaxations {
    private Relaxations() {}

    /// Driven by whom it usually is.
    public static Calculation of(CalculationId id, Setup setup, Structure structure, RelaxSettings settings) {
        return of(id, setup, structure, settings, usual(setup.code()));
    }

    static Calculation of(
            CalculationId id, Setup setup, Structure structure, RelaxSettings settings, DrivenBy drivenBy) {
        String code = setup.code().spec();
        return new WorkCalculation(
                id,
                setup,
                switch (drivenBy) {
                    case CAIRN -> new WorkOrder.Relax(code, structure, settings);
                    case CODE -> new WorkOrder.Driven(code, task(structure, settings));
                });
    }

    /// Where nobody says who drives a relaxation: the code, if that is its own affair.
    public static DrivenBy usual(Code code) {
        return code.relaxesByItself() ? DrivenBy.CODE : DrivenBy.CAIRN;
    }

    /// The same relaxation as a task of a code.
    public static Task.Relax task(Structure structure, RelaxSettings settings) {
        return new Task.Relax(
                structure,
                settings.cellFree() ? Task.CellMotion.FREE : Task.CellMotion.FIXED,
                settings.fmax(),
                settings.stressMax(),
                settings.maxSteps());
    }
}
