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
import cairn.codes.task.Ensemble;
import cairn.codes.task.Task;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The verb `md`: molecular dynamics, which the code drives by itself.
public record DynamicsStep(StepId id, StructureSource of, Setup setup, Settings settings) implements StructureStep {
    private static final List<String> MEANS = List.of("steps", "mean_temperature_k", "mean_potential_energy_ev");

    /// What is held, in which steps time goes on and how many of them, and from which seed velocities are drawn.
    public record Settings(Ensemble ensemble, double timestepFs, int steps, int seed) {}

    @Override
    public String kind() {
        return "md";
    }

    @Override
    public Step with(Setup other) {
        return new DynamicsStep(id, of, other, settings);
    }

    @Override
    public Next next(Results results) {
        return OneStructure.next(of, setup, results, this::calculation, this::result);
    }

    private Calculation calculation(Structure structure) {
        Task task = new Task.Dynamics(
                structure, settings.ensemble(), settings.timestepFs(), settings.steps(), settings.seed());
        return new WorkCalculation(
                new CalculationId(id, "md"),
                setup,
                new WorkOrder.Driven(setup.code().spec(), task));
    }

    private StepResult result(ObjectNode calculation) {
        ObjectNode result = Details.result(calculation);
        MEANS.forEach(key -> calculation.optional(key).ifPresent(value -> result.set(key, value)));
        calculation
                .optional("mean_pressure_ev_per_ang3")
                .ifPresent(pressure ->
                        result.put("mean_pressure_gpa", Units.GPA_PER_EV_ANGSTROM3 * pressure.doubleValue()));
        ObjectNode detail = Details.detail(calculation, setup.code());
        detail.set("trajectory_files", calculation.required("trajectory_files"));
        return new StepResult(result, detail);
    }
}
