package cairn.campaign.verb;

import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.work.WorkOrder;
import cairn.campaign.work.WorkOrderJson;
import cairn.cluster.Resources;
import cairn.neb.NebSettings;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tools.jackson.databind.node.ObjectNode;

/// The verb `neb`: the minimum energy path between the structures that two relax steps end with, as one job.
public record NebStep(StepId id, StepId from, StepId to, Setup setup, NebSettings settings) implements Step {
    private static final List<String> RESULT_KEYS = List.of(
            "barrier_forward_ev",
            "barrier_reverse_ev",
            "barrier_uncertainty_ev",
            "reaction_energy_ev",
            "converged",
            "fmax_ev_per_ang",
            "search",
            "rounds",
            "iterations",
            "force_evaluations");
    private static final List<String> DETAIL_KEYS =
            List.of("profile", "images", "highest_image", "intermediate_minima");

    @Override
    public String kind() {
        return "neb";
    }

    @Override
    public SortedSet<StepId> dependencies() {
        return Sources.steps(from, to);
    }

    @Override
    public Optional<Resources> resources() {
        return Optional.of(setup.resources());
    }

    @Override
    public Next next(Results results) {
        Endpoints endpoints = new Endpoints(
                side(from, results), side(to, results), setup.code().fingerprint());
        return endpoints
                .objection()
                .<Next>map(Next.Failed::new)
                .orElseGet(() -> OneStructure.next(results, band(endpoints), this::result));
    }

    private static Endpoints.Side side(StepId step, Results results) {
        return new Endpoints.Side(step, Sources.result(step, results).detail());
    }

    private WorkCalculation band(Endpoints endpoints) {
        WorkOrder order = new WorkOrder.Band(
                setup.code().name(), endpoints.from().endpoint(), endpoints.to().endpoint(), settings);
        return new WorkCalculation(new CalculationId(id, "band"), setup, order);
    }

    private StepResult result(ObjectNode calculation) {
        ObjectNode result = Details.object();
        RESULT_KEYS.stream().filter(calculation::has).forEach(key -> result.set(key, calculation.required(key)));
        result.put("interior_images", settings.interiorImages());
        ObjectNode detail = Details.object();
        DETAIL_KEYS.forEach(key -> detail.set(key, calculation.required(key)));
        detail.set("code", Details.code(calculation, setup.code()));
        detail.set("settings", WorkOrderJson.nebSettings(settings));
        return new StepResult(result, detail);
    }
}
