package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.step.StructureSource;
import cairn.campaign.work.WorkOrder;
import cairn.campaign.work.WorkOrderJson;
import cairn.cluster.Resources;
import cairn.codes.RelaxTask;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Structure;
import java.util.Optional;
import java.util.SortedSet;
import tools.jackson.databind.node.ObjectNode;

/// The verb `relax`: one relaxation, by the code itself where it can, else driven by Cairn.
public record RelaxStep(StepId id, StructureSource of, Setup setup, RelaxSettings settings) implements Step {
    @Override
    public String kind() {
        return "relax";
    }

    @Override
    public SortedSet<StepId> dependencies() {
        return Sources.dependencies(of);
    }

    @Override
    public Optional<Resources> resources() {
        return Optional.of(setup.resources());
    }

    @Override
    public Next next(Results results) {
        return OneStructure.next(of, setup, results, this::calculation, this::result);
    }

    private Calculation calculation(Structure structure) {
        CalculationId name = new CalculationId(id, "relax");
        return setup.code()
                .nativeRelax()
                .<Calculation>map(code -> new NativeRelaxation(name, setup, code, task(structure)))
                .orElseGet(() -> new WorkCalculation(
                        name, setup, new WorkOrder.Relax(setup.code().spec(), structure, settings)));
    }

    private RelaxTask task(Structure structure) {
        return new RelaxTask(
                structure, settings.cellFree(), settings.fmax(), settings.stressMax(), settings.maxSteps());
    }

    private StepResult result(ObjectNode calculation) {
        ObjectNode detail = Details.detail(calculation, setup.code());
        detail.set("settings", WorkOrderJson.relaxSettings(settings));
        return new StepResult(Details.result(calculation), detail);
    }
}
