package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Results;
import cairn.campaign.step.StepId;
import cairn.campaign.work.json.BandSplitJson;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.json.ObservationJson;
import cairn.campaign.work.json.StructureJson;
import cairn.campaign.work.order.Splitting;
import cairn.campaign.work.order.WorkOrder;
import cairn.neb.Band;
import cairn.neb.BandSplit;
import cairn.neb.Observation;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// A path, hop by hop: where the band of a stretch was cut at a minimum, that minimum is relaxed, and each of the two
/// parts is searched as a stretch of its own. So the plan grows while it runs.
///
/// A minimum that relaxes to an end of its stretch was none; then the stretch is searched once more, uncut.
final class Hops {
    /// So often is a path cut one part after another; after that its parts stay as they are.
    static final int MOST_CUTS = 2;

    /// A minimum nearer than this to an end, Angstrom, for the atom that is farthest away, is that end.
    private static final double SAME_PLACE = 0.1;

    private final StepId step;
    private final Setup setup;
    private final BandPlan plan;
    private final Map<String, ImageJobs> imageJobs = new HashMap<>();

    Hops(StepId step, Setup setup, BandPlan plan) {
        this.step = step;
        this.setup = setup;
        this.plan = plan;
    }

    /// `relax` is how minima on the path are relaxed.
    Route search(WorkOrder.Band whole, Supplier<RelaxSettings> relax, Results results) {
        return search(Stretch.whole(whole), relax, results);
    }

    /// Of the band of the whole path.
    Optional<ObjectNode> progress(WorkOrder.Band whole, Results results) {
        return switch (plan.jobPer()) {
            case BAND -> Optional.empty();
            case IMAGE -> jobs(Stretch.whole(whole)).progress(whole, results);
        };
    }

    private Route search(Stretch stretch, Supplier<RelaxSettings> relax, Results results) {
        return switch (ask(stretch, results)) {
            case Answer.Needs(var calculations) -> new Route.Open(calculations, 1, 0);
            case Answer.Failed(var failure) -> new Route.Failed(failure);
            case Answer.Found(var band) ->
                band.has(BandSplitJson.KEY) ? cut(stretch, band, relax, results) : new Route.Found(List.of(band), 0);
        };
    }

    private Answer ask(Stretch stretch, Results results) {
        return switch (plan.jobPer()) {
            case BAND -> {
                Calculation band = new WorkCalculation(
                        new CalculationId(step, "band" + stretch.suffix()), setup, order(stretch.order()));
                yield results.calculation(band.id())
                        .<Answer>map(Answer.Found::new)
                        .orElseGet(() -> new Answer.Needs(List.of(band)));
            }
            case IMAGE -> jobs(stretch).ask(stretch.order(), results);
        };
    }

    private WorkOrder order(WorkOrder.Band band) {
        return switch (plan.drivenBy()) {
            case CAIRN -> band;
            case CODE -> new WorkOrder.Driven(band.code(), DrivenBand.task(band));
        };
    }

    private ImageJobs jobs(Stretch stretch) {
        return imageJobs.computeIfAbsent(
                stretch.suffix(), suffix -> new ImageJobs(step, suffix.isEmpty() ? "" : "band" + suffix + "-", setup));
    }

    private Route cut(Stretch stretch, ObjectNode band, Supplier<RelaxSettings> relax, Results results) {
        BandSplit split = BandSplitJson.read(
                band.required(BandSplitJson.KEY), stretch.order().task().cells());
        Calculation relaxation = Relaxations.of(
                new CalculationId(step, "minimum" + stretch.suffix()),
                setup,
                split.guess(),
                relax.get(),
                Relaxations.usual(setup.code()));
        return results.calculation(relaxation.id())
                .map(minimum -> parts(stretch, new Cut(split, minimum), evaluations(band), relax, results))
                .orElseGet(() -> new Route.Open(List.of(relaxation), 2, 0));
    }

    /// A cut, and the relaxed minimum that it was made at.
    private record Cut(BandSplit split, ObjectNode relaxed) {
        WorkOrder.Endpoint minimum() {
            return new WorkOrder.Endpoint(
                    StructureJson.read(relaxed.required("structure")),
                    EvaluationJson.read(relaxed.required("evaluation")));
        }

        /// What the relaxation has evaluated on its way.
        Stream<Observation> way() {
            Structure beside = minimum().structure();
            return relaxed.path("trajectory").valueStream().map(node -> ObservationJson.read(node, beside));
        }
    }

    private Route parts(Stretch stretch, Cut cut, int spent, Supplier<RelaxSettings> relax, Results results) {
        WorkOrder.Band order = stretch.order();
        WorkOrder.Endpoint minimum = cut.minimum();
        int besides = spent + evaluations(cut.relaxed());
        if (isSamePlace(order.from(), minimum, order) || isSamePlace(minimum, order.to(), order)) {
            Route uncut = search(stretch.uncut(uncut(order, cut.split())), relax, results);
            return uncut instanceof Route.Found(var hops, int more) ? new Route.Found(hops, more + besides) : uncut;
        }
        int images = order.settings().interiorImages();
        List<Observation> known = new ArrayList<>(order.known());
        cut.way().forEach(known::add);
        WorkOrder.Band first =
                between(stretch, order.from(), minimum, cut.split().first(minimum.structure(), images), known);
        WorkOrder.Band second =
                between(stretch, minimum, order.to(), cut.split().second(minimum.structure(), images), known);
        return search(stretch.part(1, first), relax, results)
                .then(search(stretch.part(2, second), relax, results), besides);
    }

    /// It goes on from where the images stood when it was cut.
    private static WorkOrder.Band uncut(WorkOrder.Band order, BandSplit split) {
        List<Structure> images = new ArrayList<>(split.before());
        images.addAll(split.after());
        return new WorkOrder.Band(
                order.code(),
                order.from(),
                order.to(),
                order.task().splitting(new Splitting.Never()),
                images.subList(1, images.size() - 1),
                order.known());
    }

    private static WorkOrder.Band between(
            Stretch stretch, WorkOrder.Endpoint from, WorkOrder.Endpoint to, Band along, List<Observation> known) {
        WorkOrder.Band whole = stretch.order();
        boolean isLast = stretch.cuts() + 1 >= MOST_CUTS;
        return new WorkOrder.Band(
                whole.code(),
                from,
                to,
                isLast ? whole.task().splitting(new Splitting.Never()) : whole.task(),
                along.interior(),
                known);
    }

    private static boolean isSamePlace(WorkOrder.Endpoint one, WorkOrder.Endpoint other, WorkOrder.Band order) {
        return Band.distance(one.structure(), other.structure(), order.task().cells()) < SAME_PLACE;
    }

    private static int evaluations(ObjectNode calculation) {
        return calculation.required("force_evaluations").intValue();
    }
}
