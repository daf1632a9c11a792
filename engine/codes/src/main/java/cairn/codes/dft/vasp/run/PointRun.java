package cairn.codes.dft.vasp.run;

import cairn.codes.CodeError;
import cairn.codes.Reading;
import cairn.codes.Reading.Reached;
import cairn.codes.dft.vasp.input.Grouping;
import cairn.codes.dft.vasp.input.VaspProgram;
import cairn.codes.output.Output;
import cairn.codes.output.Output.Last;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.codes.output.vasp.Oszicar;
import cairn.codes.output.vasp.Vasprun;
import cairn.codes.task.Found;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import cairn.structure.format.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// What a run on one structure has come to, by vasprun.xml and the files beside it.
///
/// @param of the structure of the task, whose order of atoms the answer has
record PointRun(Structure of, Start start, Path folder) {
    static final String OUTPUT = "vasprun.xml";

    /// Plane waves that fit a cell do not fit one whose volume differs by more: the stress is then that of too few.
    private static final double MOST_SWELLING = 0.005;

    /// What the last whole step says, in the order of the task's structure.
    private record Point(Structure structure, Evaluation evaluation) {}

    Reading energy() {
        return judged(output -> finished(output));
    }

    Reading dynamics(Task.Dynamics task) {
        return judged(output -> start.stepsDone() + output.steps() >= task.steps()
                ? finished(output)
                : stopped("it did not do all steps", output));
    }

    Reading relaxation(Task.Relax task) {
        return judged(output ->
                point(output).map(point -> relaxed(task, output, point)).orElseGet(() -> noForces()));
    }

    private interface Judge {
        Reading judge(Output complete);
    }

    private Reading judged(Judge judge) {
        Optional<Output> read = output();
        return read.isEmpty()
                ? new Reading.Stopped(
                        "VASP has written nothing yet", new Reached(start.stepsDone(), java.util.List.of()))
                : judged(read.get(), judge);
    }

    private Reading judged(Output output, Judge judge) {
        return switch (output.verdict()) {
            case Verdict.Complete _ -> judge.judge(output);
            case Verdict.Unconverged(String what) ->
                failed(
                        "vasp/not-converged",
                        "VASP did not converge " + what + ".",
                        "Allow more steps or scf_iterations, or start from a better structure.");
            case Verdict.OutOfTime(var _, String how) -> stopped(how, output);
            case Verdict.Truncated _ -> stopped(OUTPUT + " ends before the calculation does", output);
            case Verdict.Crashed(CodeError error) -> new Reading.Failed(error);
            case Verdict.NotThisCalculation(String asked, String did) ->
                failed(
                        "vasp/not-this-calculation",
                        "VASP was asked for " + asked + " and did " + did + ".",
                        "Look into OUTCAR in " + folder + ".");
        };
    }

    private Optional<Output> output() {
        Path xml = folder.resolve(OUTPUT);
        Path screen = folder.resolve(VaspProgram.SCREEN);
        try {
            if (Files.isRegularFile(xml) && Files.size(xml) > 0) {
                return Optional.of(new Vasprun().read(xml, _ -> {}));
            }
            return Files.isRegularFile(screen) ? Optional.of(new Oszicar().read(screen, _ -> {})) : Optional.empty();
        } catch (FormatException | IOException _) {
            return Optional.empty();
        }
    }

    /// The criteria are ours to judge: VASP's is about forces alone, and in a cell that moves about the plane waves of
    /// the cell it began in.
    private Reading relaxed(Task.Relax task, Output output, Point point) {
        double fmax = point.evaluation().forces().fmax(of.constraints());
        double stress = largest(point.evaluation().stress());
        if (fmax > task.fmax()) {
            return failed(
                    "vasp/not-converged",
                    String.format(
                            Locale.ROOT, "VASP stopped at fmax %.4f eV/Angstrom, asked was %s.", fmax, task.fmax()),
                    "Allow more steps, or start from a better structure.");
        }
        if (!task.isCellFree()) {
            return finished(output);
        }
        double swelling =
                Math.abs(point.structure().cell().volume() / began().cell().volume() - 1);
        if (swelling > MOST_SWELLING) {
            return stopped(
                    String.format(
                            Locale.ROOT,
                            "the volume changed by %.1f %%, so the plane waves no longer fit: once more from there",
                            100 * swelling),
                    output);
        }
        if (stress > task.stressMax()) {
            return output.steps() > 1
                    ? stopped(
                            String.format(
                                    Locale.ROOT,
                                    "the stress is still %.4f eV/Angstrom^3: once more from there",
                                    stress),
                            output)
                    : failed(
                            "vasp/not-converged",
                            String.format(
                                    Locale.ROOT,
                                    "VASP holds the cell at rest at a stress of %.4f eV/Angstrom^3, asked was %s.",
                                    stress,
                                    task.stressMax()),
                            "Ask for a smaller fmax, or a larger stress_max.");
        }
        return finished(output);
    }

    private static double largest(Stress stress) {
        return switch (stress) {
            case Stress.NotGiven _ -> Double.POSITIVE_INFINITY;
            case Stress.Tensor(double xx, double yy, double zz, double yz, double xz, double xy) ->
                DoubleStream.of(xx, yy, zz, yz, xz, xy).map(Math::abs).max().orElseThrow();
        };
    }

    private Structure began() {
        return start instanceof Start.Later(var structures, var _) ? structures.getFirst() : of;
    }

    private Reading finished(Output output) {
        return point(output)
                .<Reading>map(point -> new Reading.Finished(new Found.Point(
                        point.structure(), point.evaluation(), start.stepsDone() + output.steps(), output.version())))
                .orElseGet(this::noForces);
    }

    private Reading stopped(String why, Output output) {
        return new Reading.Stopped(
                why,
                Reached.structure(
                        start.stepsDone() + output.steps(), point(output).map(Point::structure)));
    }

    private Reading noForces() {
        return failed(
                "vasp/no-forces", "VASP ended, but its output has no forces.", "Look into OUTCAR in " + folder + ".");
    }

    private static Reading failed(String signature, String what, String advice) {
        return new Reading.Failed(new CodeError(signature, what, advice));
    }

    private Optional<Point> point(Output output) {
        return output.last() instanceof Last.Of(Step step)
                        && step.forces() instanceof SaidForces.Given(var forces)
                        && step.structure() instanceof SaidStructure.Given(Structure said)
                        && said.count() == of.count()
                ? Optional.of(point(step, forces, said))
                : Optional.empty();
    }

    /// VASP writes fractions within the cell; atoms go on from where they were.
    private Point point(Step step, cairn.structure.Forces forces, Structure said) {
        Grouping grouping = Grouping.of(of.species());
        Positions positions = grouping.ungrouped(said.positions());
        Structure placed = of.withCell(said.cell(), positions)
                .unwrappedTowards(of.inCell(said.cell()).positions());
        return new Point(placed, new Evaluation(step.energies().free(), grouping.ungrouped(forces), step.stress()));
    }
}
