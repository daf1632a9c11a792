package cairn.campaign.verb;

import cairn.campaign.finding.Finding;
import cairn.campaign.finding.PathFindings;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.work.order.BandTaskJson;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.Splitting;
import cairn.campaign.work.order.WorkOrder;
import cairn.cluster.Resources;
import cairn.codes.correction.Remedy;
import java.util.ArrayList;
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
            "force_evaluations",
            "hops");
    /// What no result is where a finding blocks.
    private static final List<String> BARRIERS =
            List.of("barrier_forward_ev", "barrier_reverse_ev", "barrier_uncertainty_ev", "hops");
    private static final List<String> DETAIL_KEYS =
            List.of("profile", "images", "highest_image", "minima", "intermediate_minima");

    private final StepId id;
    private final StepId from;
    private final StepId to;
    private final Setup setup;
    private final BandPlan plan;
    private final Hops hops;

    public NebStep(StepId id, StepId from, StepId to, Setup setup, BandPlan plan) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.setup = setup;
        this.plan = plan;
        this.hops = new Hops(id, setup, plan);
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
    public SortedSet<StepId> compared() {
        return dependencies();
    }

    @Override
    public Step amended(Remedy change) {
        Setup amended = setup.amended(change);
        return amended.equals(setup) ? this : new NebStep(id, from, to, amended, plan);
    }

    @Override
    public int mostJobs() {
        return switch (plan.task().splitting()) {
            case Splitting.Never _ -> mostOfBand();
            case Splitting.DeeperThan _ -> mostOfBand() * mostBands() + mostMinima();
        };
    }

    private int mostOfBand() {
        return switch (plan.jobPer()) {
            case BAND -> 1;
            case IMAGE -> mostImages() + mostOfProof();
        };
    }

    /// Each direction in which an atom moves is looked into from both sides, at most.
    private int mostOfProof() {
        return switch (plan.task().verify()) {
            case NOTHING -> 0;
            case SADDLE -> 2 * 3 * plan.atoms();
        };
    }

    /// Each cut makes two of one, and the one that was cut was searched, too.
    private static int mostBands() {
        return (2 << Hops.MOST_CUTS) - 1;
    }

    private static int mostMinima() {
        return (1 << Hops.MOST_CUTS) - 1;
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
        return endpoints.objection().<Next>map(Next.Failed::new).orElseGet(() -> next(endpoints, results));
    }

    private Next next(Endpoints endpoints, Results results) {
        return switch (route(endpoints, results)) {
            case Route.Open(var calculations, var _, var _) -> new Next.Needs(calculations);
            case Route.Failed(var failure) -> new Next.Failed(failure);
            case Route.Found(var bands, int besides) ->
                new Next.Done(result(new HopsJson(bands, from.value(), to.value()).whole(besides)));
        };
    }

    private Route route(Endpoints endpoints, Results results) {
        return hops.search(order(endpoints), endpoints::relaxSettings, results);
    }

    /// Of a path that was cut, how many of its hops are known; else what its band knows.
    @Override
    public Optional<ObjectNode> progress(Results results) {
        Endpoints endpoints = endpoints(results);
        return switch (route(endpoints, results)) {
            case Route.Open(var _, int all, int found)
            when all > 1 -> Optional.of(Details.object().put("hops", all).put("hops_found", found));
            case Route.Open _, Route.Found _, Route.Failed _ -> hops.progress(order(endpoints), results);
        };
    }

    private Endpoints endpoints(Results results) {
        return new Endpoints(
                side(from, results),
                side(to, results),
                setup.code(),
                plan.task().cells());
    }

    private static Endpoints.Side side(StepId step, Results results) {
        return new Endpoints.Side(step, Sources.result(step, results).detail());
    }

    private WorkOrder.Band order(Endpoints endpoints) {
        return new WorkOrder.Band(
                setup.code().spec(),
                endpoints.from().endpoint(),
                endpoints.to().endpoint(),
                plan.task(),
                endpoints.known(plan.search()));
    }

    private StepResult result(ObjectNode calculation) {
        ObjectNode result = Details.object();
        RESULT_KEYS.stream().filter(calculation::has).forEach(key -> result.set(key, calculation.required(key)));
        result.put("interior_images", plan.settings().interiorImages());
        List<Finding> findings = new ArrayList<>(PathFindings.of(id.value(), calculation));
        findings.addAll(Details.findings(id, calculation, setup.code()));
        if (findings.stream().anyMatch(Finding::blocks)) {
            result.remove(BARRIERS);
        }
        Finding.put(result, findings);
        ObjectNode detail = Details.object();
        DETAIL_KEYS.stream().filter(calculation::has).forEach(key -> detail.set(key, calculation.required(key)));
        detail.set("code", Details.code(calculation, setup.code()));
        detail.set("settings", BandTaskJson.write(plan.task()));
        return new StepResult(result, detail);
    }
}
