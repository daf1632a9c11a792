package cairn.neb.curvature;

import cairn.neb.Observation;
import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whether the summit of a path is a saddle point of first order, asked of a model first, and of truth only in the
/// directions of which the model is not certain; at rest between two rounds of evaluations.
///
/// Data that share a symmetry say nothing of the directions that break it. A model that has learned from them knows
/// that it knows little there, and this doubt decides where truth is asked. Each answer is learned, and the model asked
/// again. Where the energy falls across the path, it may do so all the way: then the endpoints are asked, too. All this
/// is no proof, as a model may be certain and wrong; a [SaddleCheck] is one.
///
/// While the answer is [Answer.Open], evaluate what is [#wanted()] and hand it to [#advance].
public final class SaddleQuestion {
    /// What is in doubt at the summit after so many evaluations stays so.
    private static final int MOST_EVALUATIONS = 6;

    /// What is known by now.
    public sealed interface Answer {
        /// Some directions are in doubt.
        record Open() implements Answer {}

        /// Neither the model nor truth knows of a second direction in which the energy falls.
        record FirstOrder() implements Answer {}

        /// The energy does not fall in any direction.
        record Minimum() implements Answer {}

        /// Truth says that the energy falls in so many directions at least; `downhill` is one that the path does not
        /// take, and leads to where it is lower.
        record HigherOrder(int negativeModes, Vector downhill) implements Answer {}

        /// As [HigherOrder], and the energy falls from an endpoint, too, which is no minimum.
        record LooseEnds(int negativeModes) implements Answer {}

        /// Too many directions are in doubt.
        record Undecided() implements Answer {}
    }

    /// What is asked about; in a round, at most `sideBySide` evaluations are wanted.
    public record Path(Observation summit, List<Observation> ends, int sideBySide) {
        public Path {
            ends = List.copyOf(ends);
        }
    }

    private final Path path;
    /// Those that were evaluated, and those that are to be.
    private final List<Probe> done;

    private final List<Probe> open;
    private final Answer answer;

    private SaddleQuestion(Path path, List<Probe> done, List<Probe> open, Answer answer) {
        this.path = path;
        this.done = List.copyOf(done);
        this.open = open.stream().limit(path.sideBySide()).toList();
        this.answer = answer;
    }

    /// The question put to a model that knows the summit and the ends.
    public static SaddleQuestion of(Path path, Model model) {
        return put(path, List.of(), model);
    }

    private static SaddleQuestion put(Path path, List<Probe> done, Model model) {
        List<Suspect> modes = Suspect.of(path.summit().structure(), model);
        List<Probe> falling = falling(path, done, modes.getFirst().mode());
        return falling.isEmpty() || inDoubt(modes.getFirst(), done)
                ? atSummit(path, done, modes)
                : atEnds(path, done, falling, model);
    }

    /// Whether the lowest mode, which is the path's, may not fall at all.
    private static boolean inDoubt(Suspect lowest, List<Probe> done) {
        return !lowest.falls()
                && done.stream().noneMatch(probe -> probe.isAlong(lowest.mode().direction()));
    }

    /// The probes along which the energy falls from the summit, and not only because the path does.
    private static List<Probe> falling(Path path, List<Probe> done, Mode lowest) {
        return done.stream()
                .filter(probe -> probe.isOf(path.summit()) && probe.verdict() == Probe.Verdict.FALLS)
                .filter(probe -> !probe.isAlong(lowest.direction()) && lowest.curvature() < 0)
                .filter(probe -> probe.curvatureBeside(lowest) < -SaddleCheck.SOFT)
                .toList();
    }

    /// Asked first is the other side of a probe that left its sign in doubt, then the path's mode, then the others.
    private static SaddleQuestion atSummit(Path path, List<Probe> done, List<Suspect> modes) {
        Suspect lowest = modes.getFirst();
        Stream<Probe> oneSided = done.stream().filter(probe -> probe.verdict() == Probe.Verdict.IN_DOUBT);
        Stream<Suspect> suspects = Stream.concat(
                Stream.of(lowest).filter(mode -> inDoubt(mode, done)), fallingPerhaps(modes.subList(1, modes.size())));
        Stream<Probe> fresh = suspects.map(suspect -> suspect.mode().direction())
                .filter(direction -> done.stream().noneMatch(probe -> probe.isAlong(direction)))
                .map(direction -> Probe.along(path.summit(), direction));
        List<Probe> open = Stream.concat(oneSided, fresh).toList();
        if (open.isEmpty()) {
            boolean rises = lowest.mode().curvature() > SaddleCheck.SOFT;
            return new SaddleQuestion(path, done, open, rises ? new Answer.Minimum() : new Answer.FirstOrder());
        }
        int spent = done.stream().mapToInt(probe -> probe.sides().size()).sum();
        return new SaddleQuestion(
                path, done, open, spent < MOST_EVALUATIONS ? new Answer.Open() : new Answer.Undecided());
    }

    private static Stream<Suspect> fallingPerhaps(List<Suspect> modes) {
        return modes.stream().filter(Suspect::mayFall).sorted(Comparator.comparingDouble(Suspect::lowest));
    }

    private static SaddleQuestion atEnds(Path path, List<Probe> done, List<Probe> falling, Model model) {
        Vector downhill = falling.getFirst().downhill();
        int negativeModes = 1 + falling.size();
        List<Observation> loose = path.ends().stream()
                .filter(end -> Suspect.curvature(end.structure(), downhill, model) < 0)
                .toList();
        if (done.stream()
                .anyMatch(probe -> loose.stream().anyMatch(probe::isOf) && probe.verdict() == Probe.Verdict.FALLS)) {
            return new SaddleQuestion(path, done, List.of(), new Answer.LooseEnds(negativeModes));
        }
        List<Probe> open = loose.stream()
                .filter(end -> done.stream().noneMatch(probe -> probe.isOf(end)))
                .map(end -> Probe.along(end, downhill))
                .toList();
        return new SaddleQuestion(
                path, done, open, open.isEmpty() ? new Answer.HigherOrder(negativeModes, downhill) : new Answer.Open());
    }

    public Observation summit() {
        return path.summit();
    }

    public Answer answer() {
        return answer;
    }

    /// Nothing, once there is an answer.
    public List<Structure> wanted() {
        return answer instanceof Answer.Open ? open.stream().map(Probe::wanted).toList() : List.of();
    }

    /// The question after the evaluations of [#wanted()], put to a model that has learned them.
    public SaddleQuestion advance(List<Evaluation> evaluations, Model model) {
        List<Probe> more = new ArrayList<>(done);
        more.removeAll(open);
        IntStream.range(0, open.size()).forEach(k -> more.add(open.get(k).with(evaluations.get(k))));
        return put(path, more, model);
    }
}
