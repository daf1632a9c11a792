package cairn.codes.dft.vasp.run;

import cairn.codes.CodeError;
import cairn.codes.Reading;
import cairn.codes.Reading.Reached;
import cairn.codes.dft.vasp.input.Grouping;
import cairn.codes.dft.vasp.input.InputFiles;
import cairn.codes.dft.vasp.input.VaspProgram;
import cairn.codes.output.Output;
import cairn.codes.output.Output.Last;
import cairn.codes.output.RunEnd;
import cairn.codes.output.RunStep;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.vasp.Oszicar;
import cairn.codes.output.vasp.Vasprun;
import cairn.codes.task.Found;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Structure;
import cairn.structure.format.FormatException;
import cairn.structure.format.Poscar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

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
        return judged(this::finished);
    }

    Reading dynamics(Task.Dynamics task) {
        return judged(output -> start.stepsDone() + output.steps() >= task.steps()
                ? finished(output)
                : stopped("it did not do all steps", output));
    }

    Reading relaxation(Task.Relax task) {
        return judged(output ->
                point(output).map(point -> relaxed(task, output, point)).orElseGet(this::noForces));
    }

    private Reading judged(Function<Output, Reading> complete) {
        return output().map(
                        output -> RunEnd.of(output.verdict(), "vasp", reached(output), () -> complete.apply(output)))
                .orElseGet(() ->
                        new Reading.Stopped("VASP has written nothing yet", new Reached(start.stepsDone(), List.of())));
    }

    private Reached reached(Output output) {
        return Reached.structure(
                start.stepsDone() + output.steps(), point(output).map(Point::structure));
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
    /// the cell it began in. A run that did nothing but find the cell at rest would find the same again.
    private Reading relaxed(Task.Relax task, Output output, Point point) {
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
        if (RunStep.meets(task, point.evaluation())) {
            return finished(output);
        }
        return output.steps() > 1
                ? stopped("forces or stress are still too large: once more from there", output)
                : failed(
                        "vasp/not-converged",
                        "VASP holds the structure for relaxed, but forces or stress are above fmax or stress_max.",
                        "Ask for a smaller fmax, or a larger stress_max.");
    }

    /// The structure in POSCAR, which of a run that goes on is the CONTCAR of the one before.
    private Structure began() {
        try {
            return Poscar.read(folder.resolve(InputFiles.POSCAR));
        } catch (FormatException | UncheckedIOException _) {
            return of;
        }
    }

    private Reading finished(Output output) {
        return point(output)
                .<Reading>map(point -> new Reading.Finished(new Found.Point(
                        point.structure(), point.evaluation(), start.stepsDone() + output.steps(), output.version())))
                .orElseGet(this::noForces);
    }

    private Reading stopped(String why, Output output) {
        return new Reading.Stopped(why, reached(output));
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
    private Point point(Step step, Forces forces, Structure said) {
        Grouping grouping = Grouping.of(of.species());
        Positions positions = grouping.ungrouped(said.positions());
        Structure placed = of.withCell(said.cell(), positions)
                .unwrappedTowards(of.inCell(said.cell()).positions());
        return new Point(placed, new Evaluation(step.energies().free(), grouping.ungrouped(forces), step.stress()));
    }
}
