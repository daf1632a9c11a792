package cairn.codes.lammps;

import cairn.codes.CodeError;
import cairn.codes.Deck;
import cairn.codes.Reading;
import cairn.codes.Reading.Reached;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Evaluation;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// A relaxation that LAMMPS runs by itself: conjugate gradients until the largest per-atom force is small, with
/// `fix box/relax` in cycles where the cell is free.
final class Relaxation {
    /// A cell that is not at rest after so many new references will never be.
    private static final int CYCLES = 20;

    /// Of a line search, force evaluations an iteration at most.
    private static final int EVALUATIONS_PER_STEP = 10;

    private final Run run;

    Relaxation(KimModel model) {
        this.run = new Run(model, "relax.in");
    }

    Deck deck(Task.Relax task, Start start, Room room) {
        Structure structure = Run.first(task.structure(), start);
        Map<String, Object> values = run.values(structure, room);
        values.put("cellFree", task.isCellFree());
        values.put("fmax", task.fmax());
        values.put("pressureMaxBar", task.stressMax() * Run.BAR_PER_EV_PER_ANGSTROM3);
        values.put("cycles", CYCLES);
        values.put("maxSteps", task.maxSteps());
        values.put("maxEvaluations", EVALUATIONS_PER_STEP * task.maxSteps());
        return run.deck(structure, values, room);
    }

    Reading read(Task.Relax task, Start start, Path folder) {
        Structure began = Run.first(task.structure(), start);
        return run.read(began, start.stepsDone(), folder, end -> judged(task, start, end));
    }

    private static Reading judged(Task.Relax task, Start start, Run.End end) {
        int steps = start.stepsDone() + end.log().forceEvaluations();
        if (meets(task, end.evaluation())) {
            return Run.finished(end, steps);
        }
        return end.log().isOutOfTime()
                ? new Reading.Stopped("its time was up", new Reached(steps, List.of(end.structure())))
                : new Reading.Failed(notConverged(task, end));
    }

    private static boolean meets(Task.Relax task, Evaluation evaluation) {
        return evaluation.forces().fmax(task.structure().constraints()) <= task.fmax()
                && (!task.isCellFree() || largest(evaluation.stress()) <= task.stressMax());
    }

    private static double largest(Stress stress) {
        return switch (stress) {
            case Stress.NotGiven _ -> Double.POSITIVE_INFINITY;
            case Stress.Tensor(double xx, double yy, double zz, double yz, double xz, double xy) ->
                DoubleStream.of(xx, yy, zz, yz, xz, xy).map(Math::abs).max().orElseThrow();
        };
    }

    private static CodeError notConverged(Task.Relax task, Run.End end) {
        Evaluation evaluation = end.evaluation();
        String reached = "LAMMPS stopped at fmax %s eV/Angstrom and stress %s eV/Angstrom^3, asked were %s and %s."
                .formatted(
                        evaluation.forces().fmax(task.structure().constraints()),
                        largest(evaluation.stress()),
                        task.fmax(),
                        task.isCellFree() ? task.stressMax() : "none");
        return end.log().reachedLimit()
                ? new CodeError("lammps/max-steps", reached, "Allow more steps, or start from a better structure.")
                : new CodeError("lammps/stalled", reached, "Its line search found no way down: ask for a larger fmax.");
    }
}
