package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.Estimate;
import cairn.neb.MinimumEnergyPath;
import cairn.neb.NebSettings;
import cairn.neb.Observation;
import cairn.neb.PathSearch;
import cairn.neb.Search;
import cairn.neb.Status;
import cairn.neb.curvature.SaddleCheck;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A path search that learns the energy surface: it asks for one image, or a few, a round, and has converged once the
/// true force on an image that climbs on the surrogate is below fmax.
///
/// Paths of states: Learning again and again; then Finished, or by way of Checking (is it a saddle point of first order
/// only?) or Plain (learning does not help), which go on until they are Finished.
public final class SurrogateSearch implements Search {
    /// The surrogate's band is relaxed to this part of fmax.
    private static final double TIGHTER = 0.3;
    /// An image may be this much higher than the climbing one, eV, before the path is looked at again.
    private static final double HIGHER = 0.005;
    /// A second curvature below this, eV/Angstrom^2, is suspicious on the surrogate.
    private static final double SUSPICIOUS = -0.1;
    /// Forces out of the space searched so far that are smaller than this part of fmax are none.
    private static final double CONFINED = 0.1;
    /// Products of a Hessian with a vector for the surrogate, which are cheap, and in truth.
    private static final int CHEAP_PRODUCTS = 60;

    private static final int TRUE_PRODUCTS = 15;

    /// What is being done.
    private sealed interface Phase {
        /// Some images of the learned band are wanted; `climbs`: the first of them is the climbing one.
        record Learning(LearnedBand band, Choice choice) implements Phase {}

        /// The forces at the climbing image are small, and truth is asked for its curvatures.
        record Checking(LearnedBand band, SaddleCheck check) implements Phase {}

        /// A plain band goes on from the best one, after so many rounds and evaluations.
        record Plain(PathSearch search) implements Phase {}

        record Finished(LearnedBand band, Status status) implements Phase {}
    }

    private final Task task;
    private final Known known;
    private final Phase phase;
    private final Progress progress;

    /// What was asked for.
    private record Task(
            Band start,
            Observation from,
            Observation to,
            NebSettings settings,
            SurrogateSettings surrogate,
            Physics physics) {
        LearnedBand.Ground ground(Known known) {
            return new LearnedBand.Ground(
                    from.evaluation(), to.evaluation(), known.lowestEnergy(), known.highestEnergy());
        }

        double higherEndpoint() {
            return Math.max(from.evaluation().energyEv(), to.evaluation().energyEv());
        }
    }

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
        boolean mustNotClimb = settings.climbing() == NebSettings.Climbing.NEVER;
        Phase first = mustNotClimb ? plain(task, band) : learned(task, known, band, Progress.start());
        return new SurrogateSearch(task, known, first, Progress.start());
    }

    private static Phase plain(Task task, Band band) {
        return new Phase.Plain(
                PathSearch.start(band, task.from().evaluation(), task.to().evaluation(), task.settings()));
    }

    /// Fits, relaxes and chooses; a plain band if that leads nowhere.
    private static Phase learned(Task task, Known known, Band band, Progress progress) {
        if (progress.isHopeless(task.settings().interiorImages())) {
            return plain(task, seed(task, progress));
        }
        List<Phase.Learning> choices = fitted(task, known)
                .map(surrogate -> choices(task, known, surrogate, starts(task, band, progress)))
                .orElse(List.of());
        boolean mayBeLost = !progress.climbers().isEmpty();
        return choices.stream()
                .filter(learning -> !mayBeLost || learning.band().hasSummit())
                .findFirst()
                .or(() -> choices.stream().findFirst())
                .map(Phase.class::cast)
                .orElseGet(() -> plain(task, seed(task, progress)));
    }

    /// What might be asked, from the first start that has a summit and something to ask, or from all that there are.
    private static List<Phase.Learning> choices(Task task, Known known, Surrogate surrogate, List<Start> starts) {
        List<Phase.Learning> choices = new ArrayList<>();
        for (Start start : starts) {
            relaxed(task, known, surrogate, start)
                    .map(band -> chosen(task, known, band))
                    .filter(learning -> !learning.choice().images().isEmpty())
                    .ifPresent(choices::add);
            if (!choices.isEmpty() && choices.getLast().band().hasSummit()) {
                break;
            }
        }
        return choices;
    }

    /// From where to relax, and whether that climbs already. Where the summit of the first of them has slid down, or
    /// all of it is known and yet nothing is found, the next one may do better, since more is known by now.
    private static List<Start> starts(Task task, Band band, Progress progress) {
        NebSettings.Climbing climbing = progress.climbing();
        List<Start> starts = new ArrayList<>();
        starts.add(new Start(band, climbing));
        progress.bestBand().ifPresent(best -> starts.add(new Start(best, climbing)));
        starts.add(new Start(task.start(), NebSettings.Climbing.WHEN_SETTLED));
        return starts;
    }

    private record Start(Band band, NebSettings.Climbing climbing) {}

    private static Phase.Learning chosen(Task task, Known known, LearnedBand band) {
        Choice choice = Choice.of(band, known.observations(), task.surrogate().imagesAtATime());
        return new Phase.Learning(band, choice);
    }

    /// Where a plain band starts: where it would have started without learning, so that nothing is lost but what
    /// learning cost; a band that was learned in vain is no better, and can be far worse. But never on a ridge.
    private static Band seed(Task task, Progress progress) {
        return progress.leftRidge() ? LearnedBand.shaken(task.start()) : task.start();
    }

    private static Optional<Surrogate> fitted(Task task, Known known) {
        try {
            return Optional.of(Surrogate.of(task.physics(), known.examples()));
        } catch (ArithmeticException e) {
            // The data contradict each other.
            return Optional.empty();
        }
    }

    private static Optional<LearnedBand> relaxed(Task task, Known known, Surrogate surrogate, Start start) {
        NebSettings wanted = task.settings();
        try {
            return Optional.of(LearnedBand.relaxed(
                    surrogate,
                    start.band(),
                    task.ground(known),
                    LearnedBand.settings(wanted, wanted.interiorImages(), TIGHTER * wanted.fmax(), start.climbing())));
        } catch (ArithmeticException | IllegalArgumentException e) {
            // The band has left what a structure can be.
            return Optional.empty();
        }
    }

    @Override
    public List<Structure> wanted() {
        return switch (phase) {
            case Phase.Learning(LearnedBand band, Choice choice) ->
                choice.images().stream().map(band::image).toList();
            case Phase.Checking(var _, SaddleCheck check) -> check.wanted();
            case Phase.Plain(PathSearch search) -> search.wanted();
            case Phase.Finished _ -> List.of();
        };
    }

    @Override
    public SurrogateSearch advance(List<Evaluation> evaluations) {
        return switch (phase) {
            case Phase.Learning learning -> afterLearning(learning, evaluations);
            case Phase.Checking checking -> afterChecking(checking, evaluations);
            case Phase.Plain(PathSearch search) ->
                new SurrogateSearch(
                        task, known, new Phase.Plain(search.advance(evaluations)), progress.after(evaluations.size()));
            case Phase.Finished finished ->
                throw new IllegalStateException("the search has ended: " + finished.status());
        };
    }

    private SurrogateSearch afterLearning(Phase.Learning learning, List<Evaluation> evaluations) {
        List<Structure> structures = wanted();
        Known more = known.with(task.physics(), structures, evaluations);
        Progress after = progress.after(evaluations.size());
        boolean highest = learning.band()
                .isHighest(
                        learning.choice().images().getFirst(),
                        evaluations.getFirst().energyEv());
        boolean above = evaluations.getFirst().energyEv() > task.higherEndpoint() + Choice.LEAST_BARRIER;
        if (above && (learning.choice().climbs() || highest)) {
            double force = task.physics().force(evaluations.getFirst());
            after = after.climbed(
                    structures.getFirst(),
                    evaluations.getFirst(),
                    force,
                    learning.band().band());
            if (force < task.settings().fmax()) {
                return atSaddle(learning, more, after);
            }
        }
        return goOn(more, learning.band().band(), after);
    }

    private SurrogateSearch goOn(Known more, Band band, Progress after) {
        if (after.evaluations() >= task.surrogate().maxEvaluations()) {
            Phase end = new Phase.Finished(lastBand(), new Status.Exhausted());
            return new SurrogateSearch(task, more, end, after);
        }
        return new SurrogateSearch(task, more, learned(task, more, band, after), after);
    }

    private LearnedBand lastBand() {
        return switch (phase) {
            case Phase.Learning(LearnedBand band, var _) -> band;
            case Phase.Checking(LearnedBand band, var _) -> band;
            case Phase.Finished(LearnedBand band, var _) -> band;
            case Phase.Plain _ -> throw new IllegalStateException("a plain band has learned nothing");
        };
    }

    /// The forces are small: is another image higher, or is this a saddle point of higher order?
    private SurrogateSearch atSaddle(Phase.Learning learning, Known more, Progress after) {
        LearnedBand with = learning.band()
                .with(
                        learning.choice().images().getFirst(),
                        more.observations().get(known.observations().size()));
        Phase next = learned(task, more, with.band(), after);
        boolean higherElsewhere = next instanceof Phase.Learning(LearnedBand band, Choice choice)
                && !choice.climbs()
                && band.isPerhapsHigher(choice.images().getFirst(), after.saddleEnergy() + HIGHER);
        if (higherElsewhere) {
            return new SurrogateSearch(task, more, next, after);
        }
        boolean confined =
                more.isConfined(task.physics(), CONFINED * task.settings().fmax());
        if (confined || looksLikeHigherOrder(more, after)) {
            SaddleCheck check = SaddleCheck.start(after.saddle(), TRUE_PRODUCTS);
            return new SurrogateSearch(task, more, new Phase.Checking(with, check), after);
        }
        return new SurrogateSearch(task, more, new Phase.Finished(with, new Status.Converged()), after);
    }

    private boolean looksLikeHigherOrder(Known more, Progress after) {
        Surrogate surrogate = Surrogate.of(task.physics(), more.examples());
        SaddleCheck check = SaddleCheck.start(after.saddle(), CHEAP_PRODUCTS);
        while (!check.isFinished()) {
            check = check.advance(
                    check.wanted().parallelStream().map(surrogate::evaluate).toList());
        }
        List<Double> curvatures = check.curvatures();
        return curvatures.size() > 1 && (curvatures.get(1) < SUSPICIOUS || curvatures.getFirst() >= 0);
    }

    private SurrogateSearch afterChecking(Phase.Checking checking, List<Evaluation> evaluations) {
        Known more = known.with(task.physics(), wanted(), evaluations);
        Progress after = progress.after(evaluations.size());
        SaddleCheck check = checking.check().advance(evaluations);
        if (!check.isFinished()) {
            return new SurrogateSearch(task, more, new Phase.Checking(checking.band(), check), after);
        }
        if (!check.isCertain() || check.isSaddlePoint()) {
            return new SurrogateSearch(task, more, new Phase.Finished(checking.band(), new Status.Converged()), after);
        }
        // The surrogate has learned the directions in which the energy falls; a band off the ridge finds them.
        return goOn(more, LearnedBand.shaken(checking.band().band()), after.offRidge());
    }

    @Override
    public Status status() {
        return switch (phase) {
            case Phase.Learning _ -> new Status.Searching();
            case Phase.Checking _ -> new Status.Searching();
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
        return phase instanceof Phase.Plain(PathSearch search) ? search.fmax() : progress.lastForce();
    }

    @Override
    public Estimate estimate() {
        if (phase instanceof Phase.Plain(PathSearch search)) {
            return search.estimate();
        }
        LearnedBand band = lastBand();
        int highest = band.highest();
        double summit = band.hasSummit() ? band.energy(highest) : task.higherEndpoint();
        return new Estimate(
                summit - task.from().evaluation().energyEv(),
                summit - task.to().evaluation().energyEv(),
                band.uncertainty(highest),
                isFinished()
                        ? OptionalInt.of(0)
                        : progress.roundsLeft(task.settings().fmax()));
    }

    /// The band on the surrogate; the climbing image is the true one once it has been evaluated.
    @Override
    public Band band() {
        return phase instanceof Phase.Plain(PathSearch search)
                ? search.band()
                : lastBand().band();
    }

    @Override
    public MinimumEnergyPath path() {
        if (phase instanceof Phase.Plain(PathSearch search)) {
            return search.path();
        }
        LearnedBand band = lastBand();
        MinimumEnergyPath.Convergence convergence =
                isConverged() ? MinimumEnergyPath.Convergence.SADDLE : MinimumEnergyPath.Convergence.NONE;
        OptionalInt climbing = isConverged() ? OptionalInt.of(band.highest()) : OptionalInt.empty();
        return MinimumEnergyPath.of(band.band(), band.evaluations(), climbing, convergence);
    }

    @Override
    public List<Double> uncertainties() {
        if (phase instanceof Phase.Plain(PathSearch search)) {
            return search.uncertainties();
        }
        List<Double> all = new ArrayList<>(lastBand().uncertainties());
        all.set(0, 0.0);
        all.set(all.size() - 1, 0.0);
        return all;
    }

    /// Once it is, it stays so.
    @Override
    public boolean isPlain() {
        return phase instanceof Phase.Plain;
    }
}
