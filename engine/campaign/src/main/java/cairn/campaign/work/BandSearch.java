package cairn.campaign.work;

import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.neb.Band;
import cairn.neb.Estimate;
import cairn.neb.Observation;
import cairn.neb.PathSearch;
import cairn.neb.Search;
import cairn.neb.Status;
import cairn.neb.surrogate.SurrogateSearch;
import cairn.neb.surrogate.SurrogateSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The search that an order for a band asks for, and what is to be told of it: while it goes on, and at its end. The
/// one place that knows which searches there are; what drives them knows only [Search].
public final class BandSearch {
    /// Said of a search that was to learn a model.
    private static final String WENT_ON_AS_PLAIN = "went_on_as_plain";

    private BandSearch() {}

    /// A search that has learned nothing yet but what is known; a plain one learns nothing.
    /// The code that the order takes for its prior, if it does, is opened by `priors`.
    static Search start(WorkOrder.Band order, List<Observation> knownBesides, Function<Code, PriorCode> priors) {
        Band band = Band.between(
                order.from().structure(),
                order.to().structure(),
                order.settings().interiorImages(),
                order.settings().start());
        return switch (order.search()) {
            case SearchChoice.Plain _ ->
                PathSearch.start(band, order.from().evaluation(), order.to().evaluation(), order.settings());
            case SearchChoice.Surrogate(int imagesAtATime, int maxEvaluations, var _) -> {
                SurrogateSettings surrogate = new SurrogateSettings(imagesAtATime, maxEvaluations);
                List<Observation> known = Stream.concat(order.known().stream(), knownBesides.stream())
                        .toList();
                yield order.prior()
                        .map(priors)
                        .map(prior -> SurrogateSearch.start(
                                band,
                                order.from().evaluation(),
                                order.to().evaluation(),
                                order.settings(),
                                surrogate,
                                known,
                                prior))
                        .orElseGet(() -> SurrogateSearch.start(
                                band,
                                order.from().evaluation(),
                                order.to().evaluation(),
                                order.settings(),
                                surrogate,
                                known));
            }
        };
    }

    /// A search outside of any job. Its prior must be built in: it is asked right here.
    public static Search startHere(WorkOrder.Band order) {
        return start(order, List.of(), code -> PriorCode.open(code, Path.of("")));
    }

    /// What an ended search has found, or why it found nothing. `spentBefore` evaluations were made for the band before
    /// this search began, and count too.
    public static ObjectNode found(WorkOrder.Band order, Search search, int spentBefore, String codeVersion) {
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
