package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.Estimate;
import cairn.neb.MinimumEnergyPath;
import cairn.neb.NebSettings;
import cairn.neb.NebSettings.Climbing;
import cairn.neb.Observation;
import cairn.neb.PathSearch;
import cairn.neb.Search;
import cairn.neb.Status;
import cairn.neb.curvature.SaddleQuestion;
import cairn.neb.curvature.SaddleQuestion.Answer;
import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A path search that learns the energy surface: it asks for one image, or a few, a round, and has converged once the
/// true force on an image that climbs on the surrogate is below fmax, and nobody doubts that it is a saddle point.
///
/// Paths of states: Learning again and again, or Plain once learning does not help. Where the forces are small, Asking
/// (is it a saddle point of first order?), then Finished; or, if it is none, off the ridge and back to Learning.
public final class SurrogateSearch implements Search {
    /// An image may be this much higher than the climbing one, eV, before the path is looked at again.
    private static final double HIGHER = 0.005;
    /// How often a band is pushed off a ridge: if it comes back, there is no other way.
    private static final int MOST_PUSHES = 3;

    /// What is being done.
    private sealed interface Phase {
        /// Some images of the learned band are wanted; `climbs`: the first of them is the climbing one.
        record Learning(Prospect prospect) implements Phase {}

        /// The forces at the highest image are small, and its curvatures are in doubt.
        record Asking(Outcome reached, SaddleQuestion question) implements Phase {}

        /// A plain band begins anew.
        record Plain(PathSearch search) implements Phase {}

        record Finished(Outcome reached, Status status) implements Phase {}
    }

    private final Task task;
    private final Known known;
    private final Phase phase;
    private final Progress progress;

    private SurrogateSearch(Task task, Known known, Phase phase, Progress progress) {
        this.task = task;
        this.known = known;
        this.phase = phase;
        this.progress = progress;
    }

    /// A search from a band whose endpoints have been evaluated; `earlier` evaluations of the same atoms in the same
    /// cell, such as those of the endpoints' relaxations, are learned from.
    public static SurrogateSearch start(
            Band band,
            Evaluation from,
            Evaluation to,
            NebSettings settings,
            SurrogateSettings surrogate,
            List<Observation> earlier) {
        return start(band, from, to, settings, surrogate, earlier, Physics.between(band.from(), band.to()));
    }

    /// A search that starts from what a cheap calculation says, and only learns what is missing there.
    public static SurrogateSearch start(
            Band band,
            Evaluation from,
            Evaluation to,
            NebSettings settings,
            SurrogateSettings surrogate,
            List<Observation> earlier,
            Prior prior) {
        return start(band, from, to, settings, surrogate, earlier, Physics.between(band.from(), band.to(), prior));
    }

    private static SurrogateSearch start(
            Band band,
            Evaluation from,
            Evaluation to,
            NebSettings settings,
            SurrogateSettings surrogate,
            List<Observation> earlier,
            Physics physics) {
        if (band.interior().size() != settings.interiorImages()) {
            throw new IllegalArgumentException("the band has " + band.interior().size()
                    + " interior images, the settings ask for " + settings.interiorImages());
        }
        Task task = new Task(
                band, new Observation(band.from(), from), new Observation(band.to(), to), settings, surrogate, physics);
        Known known = Known.of(physics, task.from(), task.to(), earlier);
        boolean mustNotClimb = settings.climbing() == Climbing.NEVER;
        SurrogateSearch idle = new SurrogateSearch(task, known, new Phase.Plain(task.plain(band)), Progress.start());
        return mustNotClimb ? idle : idle.learning(known, band, Progress.start());
    }

    private SurrogateSearch in(Phase next, Known more, Progress after) {
        return new SurrogateSearch(task, more, next, after);
    }

    /// Fits, relaxes and chooses; a plain band if that leads nowhere.
    private SurrogateSearch learning(Known more, Band band, Progress after) {
        if (after.isHopeless()) {
            return plain(more, after);
        }
        return task.learned(more)
                .map(surrogate -> learning(surrogate, more, band, after))
                .orElseGet(() -> plain(more, after));
    }

    private SurrogateSearch learning(Surrogate surrogate, Known more, Band band, Progress after) {
        return learning(Prospect.best(surrogate, task, more, band, after), more, after);
    }

    private SurrogateSearch learning(Optional<Prospect> prospect, Known more, Progress after) {
        return prospect.map(hopeful -> in(new Phase.Learning(hopeful), more, after))
                .orElseGet(() -> plain(more, after));
    }

    /// A band that was learned in vain is no better a start than the first one, and can be far worse.
    private SurrogateSearch plain(Known more, Progress after) {
        return in(new Phase.Plain(task.plain(task.begin(after))), more, after);
    }

    @Override
    public List<Structure> wanted() {
        return switch (phase) {
            case Phase.Learning(Prospect(LearnedBand band, Choice choice)) ->
                choice.images().stream().map(band::image).toList();
            case Phase.Asking(var _, SaddleQuestion question) -> question.wanted();
            case Phase.Plain(PathSearch search) -> search.wanted();
            case Phase.Finished _ -> List.of();
        };
    }

    @Override
    public SurrogateSearch advance(List<Evaluation> evaluations) {
        Progress after = progress.after(evaluations.size());
        return switch (phase) {
            case Phase.Learning(Prospect asked) -> afterLearning(asked, evaluations, after);
            case Phase.Asking asking -> afterAsking(asking, evaluations, after);
            case Phase.Plain(PathSearch search) -> afterPlain(search.advance(evaluations), after);
            case Phase.Finished finished ->
                throw new IllegalStateException("the search has ended: " + finished.status());
        };
    }

    private SurrogateSearch afterLearning(Prospect asked, List<Evaluation> evaluations, Progress after) {
        Known more = known.with(task.physics(), wanted(), evaluations);
        Evaluation first = evaluations.getFirst();
        LearnedBand band = asked.band();
        boolean above = first.energyEv() > task.higherEndpoint() + Choice.LEAST_BARRIER;
        boolean climbed = asked.choice().climbs()
                || band.isHighest(asked.choice().images().getFirst(), first.energyEv());
        if (!above || !climbed) {
            return goOn(more, band.band(), after);
        }
        double force = task.physics().force(first);
        Progress climbing = after.climbed(force, band.band());
        return force < task.settings().fmax()
                ? atRest(
                        band.with(asked.choice().images(), evaluations),
                        new Observation(wanted().getFirst(), first),
                        more,
                        climbing)
                : goOn(more, band.band(), climbing);
    }

    private SurrogateSearch goOn(Known more, Band band, Progress after) {
        if (after.evaluations() >= task.surrogate().maxEvaluations()) {
            return finished(reached(), new Status.Exhausted(), more, after);
        }
        return learning(more, band, after);
    }

    /// The forces are small: is another image higher, or is this no saddle point of first order?
    private SurrogateSearch atRest(LearnedBand band, Observation summit, Known more, Progress after) {
        Optional<Surrogate> learned = task.learned(more);
        if (learned.isEmpty()) {
            return plain(more, after);
        }
        SurrogateSearch next = learning(learned.get(), more, band.band(), after);
        boolean higherElsewhere = next.phase instanceof Phase.Learning(Prospect(LearnedBand again, var _))
                && again.isPerhapsHigher(height(summit, learned.get()) + HIGHER);
        return higherElsewhere ? next : asking(new Outcome.Learned(band), summit, learned.get(), more, after);
    }

    /// In truth or, where data that contradict each other have bent it, on the surrogate: like is compared with like.
    private static double height(Observation summit, Surrogate surrogate) {
        return Math.max(
                summit.evaluation().energyEv(),
                surrogate.evaluate(summit.structure()).energyEv());
    }

    /// A plain band converges to whatever is at rest; its summit must answer the same question.
    private SurrogateSearch afterPlain(PathSearch search, Progress after) {
        Phase here = new Phase.Plain(search);
        if (search.climbingImage().isEmpty() || !search.isConverged()) {
            return in(here, known, after);
        }
        Known more = known.with(task.physics(), search.band().interior(), interior(search.evaluations()));
        int highest = search.climbingImage().getAsInt();
        Observation summit = new Observation(
                search.band().images().get(highest), search.evaluations().get(highest));
        return task.learned(more)
                .map(surrogate -> asking(new Outcome.Plain(search), summit, surrogate, more, after))
                .orElseGet(() -> in(here, known, after));
    }

    private static List<Evaluation> interior(List<Evaluation> evaluations) {
        return evaluations.subList(1, evaluations.size() - 1);
    }

    private SurrogateSearch asking(
            Outcome reached, Observation summit, Surrogate surrogate, Known more, Progress after) {
        SaddleQuestion.Path path =
                new SaddleQuestion.Path(summit, task.ends(), task.surrogate().imagesAtATime());
        return answered(reached, SaddleQuestion.of(path, surrogate), surrogate, more, after);
    }

    private SurrogateSearch afterAsking(Phase.Asking asking, List<Evaluation> evaluations, Progress after) {
        Known more = known.with(task.physics(), wanted(), evaluations);
        return task.learned(more)
                .map(surrogate -> answered(
                        asking.reached(), asking.question().advance(evaluations, surrogate), surrogate, more, after))
                .orElseGet(() -> finished(asking.reached(), new Status.Converged(), more, after));
    }

    private SurrogateSearch answered(
            Outcome reached, SaddleQuestion question, Surrogate surrogate, Known more, Progress after) {
        return switch (question.answer()) {
            case Answer.Open _ -> in(new Phase.Asking(reached, question), more, after);
            case Answer.FirstOrder _, Answer.Undecided _ ->
                throughGap(reached, question, surrogate, more, after)
                        .orElseGet(() -> finished(reached, new Status.Converged(), more, after));
            case Answer.LooseEnds(int modes) -> finished(reached, Status.WrongOrder.withLooseEnds(modes), more, after);
            case Answer.Minimum _ ->
                throughGap(reached, question, surrogate, more, after)
                        .orElseGet(() -> offSummit(reached, reached.band(), Status.WrongOrder.of(0), more, after));
            case Answer.HigherOrder(int modes, Vector downhill) ->
                offSummit(
                        reached,
                        LearnedBand.pushed(reached.band(), downhill),
                        Status.WrongOrder.of(modes),
                        more,
                        after);
        };
    }

    /// On, if between two images the path is higher than at its summit, and not only the straight line between them.
    private Optional<SurrogateSearch> throughGap(
            Outcome reached, SaddleQuestion question, Surrogate surrogate, Known more, Progress after) {
        double energy = height(question.summit(), surrogate) + HIGHER;
        return switch (reached) {
            case Outcome.Plain _ -> Optional.empty();
            case Outcome.Learned(LearnedBand band) ->
                new Gaps(band, surrogate)
                        .raised(energy)
                        .flatMap(raised -> task.relaxed(surrogate, more, raised, Climbing.FROM_START))
                        .filter(relaxed -> relaxed.isPerhapsHigher(energy))
                        .map(relaxed -> learning(Prospect.of(relaxed, task, more), more, after));
        };
    }

    private SurrogateSearch finished(Outcome reached, Status status, Known more, Progress after) {
        return in(new Phase.Finished(reached, status), more, after);
    }

    /// On from another band; unless the search has come back too often, or knows no other way to search.
    private SurrogateSearch offSummit(Outcome reached, Band aside, Status otherwise, Known more, Progress after) {
        boolean again = reached instanceof Outcome.Learned && after.pushes().size() < MOST_PUSHES;
        return again ? goOn(more, aside, after.pushedOff(aside)) : finished(reached, otherwise, more, after);
    }

    private Outcome reached() {
        return switch (phase) {
            case Phase.Learning(Prospect(LearnedBand band, var _)) -> new Outcome.Learned(band);
            case Phase.Asking(Outcome reached, var _) -> reached;
            case Phase.Plain(PathSearch search) -> new Outcome.Plain(search);
            case Phase.Finished(Outcome reached, var _) -> reached;
        };
    }

    @Override
    public Status status() {
        return switch (phase) {
            case Phase.Learning _, Phase.Asking _ -> new Status.Searching();
            case Phase.Plain(PathSearch search) -> search.status();
            case Phase.Finished(var _, Status status) -> status;
        };
    }

    @Override
    public int rounds() {
        return progress.rounds();
    }

    @Override
    public int forceEvaluations() {
        return progress.evaluations();
    }

    /// The largest per-atom norm of the true force on the image that climbed last.
    @Override
    public double fmax() {
        return reached() instanceof Outcome.Plain(PathSearch search) ? search.fmax() : progress.lastForce();
    }

    @Override
    public Estimate estimate() {
        return reached()
                .estimate(
                        isFinished()
                                ? OptionalInt.of(0)
                                : progress.roundsLeft(task.settings().fmax()));
    }

    /// The band on the surrogate; the climbing image is the true one once it has been evaluated.
    @Override
    public Band band() {
        return reached().band();
    }

    @Override
    public MinimumEnergyPath path() {
        return reached().path(status());
    }

    @Override
    public List<Double> uncertainties() {
        return reached().uncertainties();
    }

    /// Once it is, it stays so.
    @Override
    public boolean isPlain() {
        return reached() instanceof Outcome.Plain;
    }
}
