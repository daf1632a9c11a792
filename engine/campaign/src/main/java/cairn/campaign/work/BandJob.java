package cairn.campaign.work;

import cairn.campaign.work.files.ProgressFile;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.WorkOrder;
import cairn.codes.Code;
import cairn.neb.Band;
import cairn.neb.Observation;
import cairn.neb.Search;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// A band searched inside a job.
///
/// The search always begins anew, and what an earlier attempt has evaluated answers it without the code: so it comes
/// to where that one was killed. Should it take another way on this machine, and leave evaluations of the earlier
/// attempt aside, a search that learns from data begins once more with all of them.
final class BandJob {
    private final WorkOrder.Band order;
    private final Evaluator evaluator;
    private final Path directory;

    /// Of earlier attempts, those that this search has not asked for.
    private final Set<Structure> unasked = new HashSet<>();

    private Optional<PriorCode> prior = Optional.empty();

    /// A search, and how many evaluations were made before it began that it did not ask for itself.
    private record Course(Search search, int spentBefore) {}

    BandJob(WorkOrder.Band order, Evaluator evaluator, Path directory) {
        this.order = order;
        this.evaluator = evaluator;
        this.directory = directory;
    }

    ObjectNode run() {
        try {
            return search();
        } finally {
            prior.ifPresent(PriorCode::close);
        }
    }

    private Search start(List<Observation> knownBesides) {
        return BandSearch.start(order, knownBesides, this::prior);
    }

    /// One for all searches of the job: its engines have folders that no others may use.
    private PriorCode prior(Code code) {
        PriorCode open = prior.orElseGet(() -> PriorCode.open(code, directory));
        prior = Optional.of(open);
        return open;
    }

    private ObjectNode search() {
        List<Observation> earlier = evaluator.ofEarlierAttempts(order.from().structure());
        earlier.forEach(observation -> unasked.add(observation.structure()));
        Course course = new Course(start(List.of()), 0);
        while (!BandSearch.isOver(order, course.search())) {
            course = round(hasLeftTheWay(course.search().wanted()) ? anew(course, earlier) : course);
        }
        return BandSearch.found(order, course.search(), course.spentBefore(), evaluator.codeVersion());
    }

    /// Whether this round would ask the code although earlier evaluations are left that nobody asked for.
    private boolean hasLeftTheWay(List<Structure> wanted) {
        wanted.forEach(unasked::remove);
        return !unasked.isEmpty() && !evaluator.knows(wanted);
    }

    private Course anew(Course course, List<Observation> earlier) {
        unasked.clear();
        return switch (order.search()) {
            case SearchChoice.Plain _ -> course;
            case SearchChoice.Surrogate _ -> {
                tell("begins anew with " + earlier.size() + " evaluations of an earlier attempt");
                yield new Course(start(earlier), earlier.size());
            }
        };
    }

    private Course round(Course course) {
        Search asking = course.search();
        Search search =
                asking.advance(evaluator.evaluate(asking.wanted(), structure -> name(structure, asking.band())));
        ProgressFile.write(directory, BandSearch.progress(order, search, course.spentBefore()));
        tell(String.format(
                Locale.ROOT,
                "round %d, %d evaluations, fmax %.5f eV/Angstrom, barrier so far %.5f eV",
                search.rounds(),
                course.spentBefore() + search.forceEvaluations(),
                search.fmax(),
                search.estimate().barrierForward()));
        return new Course(search, course.spentBefore());
    }

    /// As a sentence calls the structure.
    private static String name(Structure structure, Band band) {
        int image = band.images().indexOf(structure);
        return image < 0 ? "a structure beside the path" : "image " + image;
    }

    /// A line a round, for whoever looks at the job's output.
    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
