package cairn.campaign.verb;

import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.work.SearchChoice;
import cairn.campaign.work.SearchChoiceJson;
import cairn.campaign.work.WorkOrder;
import cairn.campaign.work.WorkOrderJson;
import cairn.cluster.Resources;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tools.jackson.databind.node.ObjectNode;

/// The verb `neb`: the minimum energy path between the structures that two relax steps end with, as one job or with a
/// job for each image.
public final class NebStep implements Step {
    private static final List<String> RESULT_KEYS = List.of(
            "barrier_forward_ev",
            "barrier_reverse_ev",
            "barrier_uncertainty_ev",
            "reaction_energy_ev",
            "converged",
            "fmax_ev_per_ang",
            "search",
            "went_on_as_plain",
            "modelled_images",
            "rounds",
            "iterations",
            "force_evaluations");
    private static final List<String> DETAIL_KEYS =
            List.of("profile", "images", "highest_image", "intermediate_minima");

    private final StepId id;
    private final StepId from;
    private final StepId to;
    private final Setup setup;
    private final BandPlan plan;
    private final ImageJobs images;

    public NebStep(StepId id, StepId from, StepId to, Setup setup, BandPlan plan) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.setup = setup;
        this.plan = plan;
        this.images = new ImageJobs(id, setup);
    }

    @Override
    public StepId id() {
        return id;
    }

    public StepId from() {
        return from;
    }

    public StepId to() {
        return to;
    }

    public Setup setup() {
        return setup;
    }

    public BandPlan plan() {
        return plan;
    }

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
    public int mostJobs() {
        return switch (plan.jobPer()) {
            case BAND -> 1;
            case IMAGE -> mostImages();
        };
    }

    private int mostImages() {
        return switch (plan.search()) {
            case SearchChoice.Plain _ ->
                plan.settings().interiorImages() * plan.settings().maxIterations();
            case SearchChoice.Surrogate surrogate -> surrogate.maxEvaluations();
        };
    }

    @Override
    public Next next(Results results) {
        Endpoints endpoints = endpoints(results);
        return endpoints.objection().<Next>map(Next.Failed::new).orElseGet(() -> next(order(endpoints), results));
    }

    private Next next(WorkOrder.Band order, Results results) {
        return switch (plan.jobPer()) {
            case BAND ->
                OneStructure.next(
                        results, new WorkCalculation(new CalculationId(id, "band"), setup, order), this::result);
            case IMAGE -> images.next(order, results, this::result);
        };
    }

    @Override
    public Optional<ObjectNode> progress(Results results) {
        return switch (plan.jobPer()) {
            case BAND -> Optional.empty();
            case IMAGE -> images.progress(order(endpoints(results)), results);
        };
    }

    private Endpoints endpoints(Results results) {
        return new Endpoints(
                side(from, results), side(to, results), setup.code().fingerprint());
    }

    private static Endpoints.Side side(StepId step, Results results) {
        return new Endpoints.Side(step, Sources.result(step, results).detail());
    }

    private WorkOrder.Band order(Endpoints endpoints) {
        return new WorkOrder.Band(
                setup.code().spec(),
                endpoints.from().endpoint(),
                endpoints.to().endpoint(),
                plan.settings(),
                plan.search(),
                endpoints.known(plan.search()));
    }

    private StepResult result(ObjectNode calculation) {
        ObjectNode result = Details.object();
        RESULT_KEYS.stream().filter(calculation::has).forEach(key -> result.set(key, calculation.required(key)));
        result.put("interior_images", plan.settings().interiorImages());
        ObjectNode detail = Details.object();
        DETAIL_KEYS.forEach(key -> detail.set(key, calculation.required(key)));
        detail.set("code", Details.code(calculation, setup.code()));
        ObjectNode settings = WorkOrderJson.nebSettings(plan.settings());
        settings.setAll(SearchChoiceJson.write(plan.search()));
        detail.set("settings", settings);
        return new StepResult(result, detail);
    }
}
