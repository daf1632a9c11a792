package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.step.StructureSource;
import cairn.campaign.work.order.WorkOrderJson;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Structure;
import tools.jackson.databind.node.ObjectNode;

/// The verb `relax`: one relaxation.
public record RelaxStep(StepId id, StructureSource of, Setup setup, RelaxSettings settings, DrivenBy drivenBy)
        implements StructureStep {
    /// Driven by whom its code would have it.
    public RelaxStep(StepId id, StructureSource of, Setup setup, RelaxSettings settings) {
        this(id, of, setup, settings, Relaxations.usual(setup.code()));
    }

    @Override
    public String kind() {
        return "relax";
    }

    @Override
    public Step with(Setup other) {
        return new RelaxStep(id, of, other, settings, drivenBy);
    }

    @Override
    public Next next(Results results) {
        return OneStructure.next(of, setup, results, this::calculation, this::result);
    }

    private Calculation calculation(Structure structure) {
        return Relaxations.of(new CalculationId(id, "relax"), setup, structure, settings, drivenBy);
    }

    private StepResult result(ObjectNode calculation) {
        ObjectNode detail = Details.detail(calculation, setup.code());
        detail.set("settings", WorkOrderJson.relaxSettings(settings));
        return new StepResult(Details.judged(id, calculation, setup.code()), detail);
    }
}
