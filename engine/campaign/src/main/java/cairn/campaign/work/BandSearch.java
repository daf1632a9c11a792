package cairn.campaign.work;

import cairn.campaign.work.json.Json;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.Splitting;
import cairn.campaign.work.order.WorkOrder;
import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.neb.Band;
import cairn.neb.BandSplit;
import cairn.neb.Cells;
import cairn.neb.Estimate;
import cairn.neb.MinimumEnergyPath;
import cairn.neb.NebSettings;
import cairn.neb.Observation;
import cairn.neb.PathSearch;
import cairn.neb.Search;
import cairn.neb.Status;
import cairn.neb.curvature.VerifiedSearch;
import cairn.neb.surrogate.SurrogateSearch;
import cairn.neb.surrogate.SurrogateSettings;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The search that an order for a band asks for, and what is to be told of it: while it goes on, and at its end. The
/// one place that knows which searches there are; what drives them knows only [Search].
public final class BandSearch {
    /// Said of a search that was to learn a model.
    private static final String WENT_ON_AS_PLAIN = "went_on_as_plain";

    /// Below this NEB force, eV/Angstrom, a minimum on the band is none of its kinks: a band is first brought there and
    /// then looked at, as is usual before an image climbs.
    private static final double SETTLED_FORCE = 0.1;

    private BandSearch() {}

    /// A search that has learned nothing yet but what is known; a plain one learns nothing.
    /// The code that the order takes for its prior, if it does, is opened by `priors`.
    static Search start(WorkOrder.Band order, List<Observation> knownBesides, Function<Code, PriorCode> priors) {
        Search search = ofBand(order, knownBesides, priors);
        return switch (order.task().verify()) {
            case NOTHING -> search;
            case SADDLE -> VerifiedSearch.of(search);
        };
    }

    private static Search ofBand(
            WorkOrder.Band order, List<Observation> knownBesides, Function<Code, PriorCode> priors) {
        Band band = band(order);
        Evaluation from = order.from().evaluation();
        Evaluation to = band.ofLast(order.to().structure(), order.to().evaluation());
        return switch (order.search()) {
            case SearchChoice.Plain _ -> PathSearch.start(band, from, to, order.settings());
            case SearchChoice.Surrogate(int imagesAtATime, int maxEvaluations, var _) -> {
                SurrogateSettings surrogate = new SurrogateSettings(imagesAtATime, maxEvaluations);
                List<Observation> known = Stream.concat(order.known().stream(), knownBesides.stream())
                        .toList();
                yield order.prior()
                        .map(priors)
                        .map(prior -> SurrogateSearch.start(band, from, to, order.settings(), surrogate, known, prior))
                        .orElseGet(() -> SurrogateSearch.start(band, from, to, order.settings(), surrogate, known));
            }
        };
    }

    private static Band band(WorkOrder.Band order) {
        Structure from = order.from().structure();
        Structure to = order.to().structure();
        NebSettings settings = order.settings();
        Cells cells = order.task().cells();
        return order.along().isEmpty()
                ? Band.between(from, to, settings.interiorImages(), settings.start(), cells)
                : new Band(
                        Stream.of(Stream.of(from), order.along().stream(), Stream.of(to))
                                .flatMap(images -> images)
                                .toList(),
                        cells);
    }

    /// Whether there is nothing more to ask: the search has ended, or its band is to be cut.
    public static boolean isOver(WorkOrder.Band order, Search search) {
        return search.isFinished() || split(order, search).isPresent();
    }

    /// Where the band is to be cut, once it lies so well that its minima can be told.
    private static Optional<BandSplit> split(WorkOrder.Band order, Search search) {
        return switch (order.task().splitting()) {
            case Splitting.Never _ -> Optional.empty();
            case Splitting.DeeperThan(double ev) ->
                isSettled(search) ? BandSplit.of(search.band(), search.path(), ev) : Optional.empty();
        };
    }

    private static boolean isSettled(Search search) {
        return search.rounds() > 0
                && switch (search.status()) {
                    case Status.Searching _ -> isSettledAlready(search);
                    case Status.Converged _, Status.NoSaddle _, Status.Exhausted _, Status.WrongOrder _ -> true;
                    case Status.Diverged _ -> false;
                };
    }

    /// Evaluations say it early, a model only once the search has converged and is perhaps being verified.
    private static boolean isSettledAlready(Search search) {
        return (search.isPlain() && search.fmax() < SETTLED_FORCE) || isAtSaddle(search);
    }

    /// A search that has just gone on with a plain band knows no path until that has been evaluated.
    private static boolean isAtSaddle(Search search) {
        return Double.isFinite(search.fmax()) && search.path().convergence() == MinimumEnergyPath.Convergence.SADDLE;
    }

    /// A search outside of any job. Its prior must be built in: it is asked right here.
    public static Search startHere(WorkOrder.Band order) {
        return start(order, List.of(), code -> PriorCode.open(code, Path.of("")));
    }

    /// What a search that is over has found: a path, or where to cut it, or why it found nothing. `spentBefore`
    /// evaluations were made for the band before this search began, and count too.
    public static ObjectNode found(WorkOrder.Band order, Search search, int spentBefore, String codeVersion) {
        Optional<BandSplit> split = split(order, search);
        if (split.isPresent()) {
            return WorkResult.split(split.get(), search, spentBefore, codeVersion);
        }
        return switch (search.status()) {
            case Status.Searching _ -> throw new IllegalStateException("the search goes on");
            case Status.Converged _ -> WorkResult.band(order.search(), search, spentBefore, codeVersion);
            case Status.NoSaddle _ -> WorkResult.failure(noSaddle());
            case Status.Exhausted _ -> WorkResult.failure(exhausted(order, search));
            case Status.WrongOrder(int modes, String advice) -> WorkResult.failure(wrongOrder(modes, advice));
            case Status.Diverged(String why) -> WorkResult.failure(diverged(why));
        };
    }

    /// What became of the model that a search was to learn: whether the search has gone on without it, and how many
    /// images of the path have from it the energy that stands in the profile.
    static ObjectNode model(SearchChoice choice, Search search) {
        return switch (choice) {
            case SearchChoice.Plain _ -> Json.object();
            case SearchChoice.Surrogate _ ->
                Json.object()
                        .put(WENT_ON_AS_PLAIN, search.isPlain())
                        .put(
                                "modelled_images",
                                search.uncertainties().stream()
                                        .filter(uncertainty -> uncertainty > 0)
                                        .count());
        };
    }

    /// What is known so far. A number that is not known yet is not there.
    public static ObjectNode progress(WorkOrder.Band order, Search search, int spentBefore) {
        Estimate estimate = search.estimate();
        ObjectNode node = Json.object();
        putKnown(node, "barrier_forward_ev", estimate.barrierForward());
        putKnown(node, "barrier_reverse_ev", estimate.barrierReverse());
        putKnown(node, "barrier_uncertainty_ev", estimate.uncertainty());
        putKnown(node, "fmax_ev_per_ang", search.fmax());
        node.put("force_evaluations", spentBefore + search.forceEvaluations());
        node.put("rounds", search.rounds());
        estimate.roundsLeft().ifPresent(rounds -> node.put("rounds_left", rounds));
        if (order.search() instanceof SearchChoice.Surrogate) {
            node.put(WENT_ON_AS_PLAIN, search.isPlain());
        }
        if (search.rounds() > 0 && isAtSaddle(search) && !search.isFinished()) {
            node.put("verifying", true);
        }
        return node;
    }

    /// A number that is known, and no other: JSON has no infinity.
    static void putKnown(ObjectNode node, String key, double number) {
        if (Double.isFinite(number)) {
            node.put(key, number);
        }
    }

    private static CodeError noSaddle() {
        return new CodeError(
                "neb/no-saddle",
                "The band is converged, but no image lies above both endpoints: between them it goes downhill.",
                "Look at the profile; perhaps an endpoint is no minimum, or more interior_images show the saddle.");
    }

    private static CodeError exhausted(WorkOrder.Band order, Search search) {
        return new CodeError(
                "neb/not-converged",
                String.format(
                        Locale.ROOT,
                        "After %d rounds the largest force is %.3g eV/Angstrom, asked was %.3g.",
                        search.rounds(),
                        search.fmax(),
                        order.settings().fmax()),
                "Allow more (max_iterations), or look whether the path passes an intermediate minimum.");
    }

    private static CodeError wrongOrder(int negativeModes, String advice) {
        return new CodeError(
                "neb/wrong-order",
                String.format(
                        Locale.ROOT,
                        "The forces vanish where the path is highest, but that point has %d negative modes; a saddle"
                                + " point has one.",
                        negativeModes),
                Character.toUpperCase(advice.charAt(0)) + advice.substring(1) + ".");
    }

    private static CodeError diverged(String why) {
        return new CodeError(
                "neb/diverged", "The search went astray: " + why + ".", "Look at the endpoints and the starting band.");
    }
}
