package cairn.codes.output;

import cairn.codes.task.Task;
import cairn.structure.Evaluation;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A step of an output as the step of a task.
public final class RunStep {
    /// Angstrom: the heading of pw.x has seven decimals of a lattice constant.
    private static final double LAST_DIGIT = 1e-5;

    private RunStep() {}

    /// The atoms of the task where the step has them; empty where it does not tell, or tells of others. What has not
    /// moved by a digit that outputs print stays as it is in the task, to the last digit.
    public static Optional<Structure> structure(Structure ofTask, Step step) {
        return step.structure() instanceof Step.SaidStructure.Given(Structure said)
                        && said.species().equals(ofTask.species())
                ? Optional.of(placed(ofTask, said))
                : Optional.empty();
    }

    private static Structure placed(Structure ofTask, Structure said) {
        boolean keepsCell = isSame(ofTask.cell().toArray(), said.cell().toArray());
        boolean keepsPlaces =
                isSame(ofTask.positions().toArray(), said.positions().toArray());
        return ofTask.withCell(
                keepsCell ? ofTask.cell() : said.cell(), keepsPlaces ? ofTask.positions() : said.positions());
    }

    private static boolean isSame(double[] one, double[] other) {
        return IntStream.range(0, one.length).allMatch(i -> Math.abs(one[i] - other[i]) < LAST_DIGIT);
    }

    /// Empty where the step tells no forces.
    public static Optional<Evaluation> evaluation(Step step) {
        return step.forces() instanceof Step.SaidForces.Given(var forces)
                ? Optional.of(new Evaluation(step.energies().free(), forces, step.stress()))
                : Optional.empty();
    }

    /// Whether a relaxation is over by our own criteria.
    public static boolean meets(Task.Relax task, Evaluation evaluation) {
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
}
