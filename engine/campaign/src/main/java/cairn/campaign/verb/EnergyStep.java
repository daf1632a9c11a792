package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.step.StructureSource;
import cairn.campaign.work.order.WorkOrder;
import cairn.codes.task.Task;
import cairn.structure.Structure;
import tools.jackson.databind.node.ObjectNode;

/// The verb `energy`: energy and forces of a structure as it is.
public record EnergyStep(StepId id, StructureSource of, Setup setup, DrivenBy drivenBy) implements StructureStep {
    /// Driven by Cairn.
    public EnergyStep(StepId id, StructureSource of, Setup setup) {
        this(id, of, setup, DrivenBy.CAIRN);
    }

    @Override
    public String kind() {
        return "energy";
    }

    @Override
    public Step with(Setup other) {
        return new EnergyStep(id, of, other, drivenBy);
    }

    @Override
    public Next next(Results results) {
        return OneStructure.next(of, setup, results, this::calculation, this::result);
    }

    private Calculation calculation(Structure structure) {
        return new WorkCalculation(
                new CalculationId(id, "energy"), setup, order(setup.code().spec(), structure));
    }

    private WorkOrder order(String code, Structure structure) {
        return switch (drivenBy) {
            case CAIRN -> new WorkOrder.Energy(code, structure);
            case CODE -> new WorkOrder.Driven(code, new Task.Energy(structure));
        };
    }

    private StepResult result(ObjectNode calculation) {
        return new StepResult(Details.judged(id, calculation, setup.code()), Details.detail(calculation, setup.code()));
    }
}
