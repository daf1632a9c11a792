package cairn.codes.output.vasp.course;

import cairn.codes.CodeError;
import cairn.codes.output.Verdict;
import cairn.codes.output.Verdict.Saved;
import cairn.codes.output.vasp.settings.Job;
import java.util.Optional;

/// What follows from the [Course] of a run.
///
/// It is complete if it came to its end, its SCF converged, and its ions did what was asked. The SCF of the last step
/// has to be converged in a relaxation, since energy and forces of that step are the result and the steps before only
/// led there. In all other runs every step is a result, so every SCF has to be.
public final class VaspVerdict {
    private final Job job;
    private final Course course;

    private VaspVerdict(Job job, Course course) {
        this.job = job;
        this.course = course;
    }

    /// @param at where the whole lines of the file end
    public static Verdict of(Job job, Course course, long at) {
        VaspVerdict rule = new VaspVerdict(job, course);
        return rule.contradiction()
                .or(() -> rule.cut(at))
                .or(rule::stopped)
                .or(rule::unconverged)
                .orElseGet(Verdict.Complete::new);
    }

    private Optional<Verdict> contradiction() {
        if (course.contradiction().isPresent()) {
            return Optional.of(course.contradiction().get());
        }
        int most = most();
        return course.steps() > most
                ? Optional.of(new Verdict.NotThisCalculation("NSW for " + most + " steps", course.steps() + " steps"))
                : Optional.empty();
    }

    private int most() {
        return switch (job) {
            case Job.Static(int steps) -> steps;
            case Job.Relaxation(int steps, double _) -> steps;
            case Job.Dynamics(int steps) -> steps;
            case Job.Other _ -> Integer.MAX_VALUE;
        };
    }

    private Optional<Verdict> cut(long at) {
        if (course.has(Course.Sign.ENDED)) {
            return Optional.empty();
        }
        Optional<Verdict> crashed = course.error().map(VaspVerdict::crashed);
        return crashed.isPresent() ? crashed : Optional.of(new Verdict.Truncated(at));
    }

    private static Verdict crashed(CodeError error) {
        return error.signature().equals(VaspMessages.TIME_LIMIT)
                ? new Verdict.OutOfTime(Saved.UNSAID, error.message())
                : new Verdict.Crashed(error);
    }

    private Optional<Verdict> stopped() {
        boolean stopped =
                course.has(Course.Sign.STOPPED_BY_USER) && !course.has(Course.Sign.REACHED_ACCURACY) && !didAllSteps();
        return stopped
                ? Optional.of(new Verdict.OutOfTime(Saved.RESTARTABLE, "a STOPCAR asked VASP to stop"))
                : Optional.empty();
    }

    private boolean didAllSteps() {
        return course.lastNumber() >= most()
                && course.lastField()
                        .map(Course.Field::scf)
                        .filter(Course.Scf.CONVERGED::equals)
                        .isPresent();
    }

    private Optional<Verdict> unconverged() {
        Optional<String> what = course.broken();
        if (what.isEmpty() && course.steps() == 0) {
            what = Optional.of("no step is whole");
        }
        if (what.isEmpty()) {
            what = field().map(Course.Field::what);
        }
        if (what.isEmpty()) {
            what = ions();
        }
        return what.map(Verdict.Unconverged::new);
    }

    private Optional<Course.Field> field() {
        Optional<Course.Field> judged = job instanceof Job.Relaxation ? course.lastField() : course.firstUnconverged();
        return judged.filter(field -> field.scf() == Course.Scf.UNCONVERGED);
    }

    private Optional<String> ions() {
        return switch (job) {
            case Job.Static(int steps) -> undone("step", steps);
            case Job.Dynamics(int steps) -> undone("molecular dynamics step", steps);
            case Job.Relaxation(int steps, double ediffg) when ediffg == 0 -> undone("relaxation step", steps);
            case Job.Relaxation(int steps, double _) ->
                course.has(Course.Sign.REACHED_ACCURACY)
                        ? Optional.empty()
                        : Optional.of("the relaxation after " + course.lastNumber() + " of " + steps + " steps");
            case Job.Other _ -> Optional.empty();
        };
    }

    private Optional<String> undone(String what, int steps) {
        return course.lastNumber() >= steps
                ? Optional.empty()
                : Optional.of("only " + what + " " + course.lastNumber() + " of " + steps + " was reached");
    }
}
