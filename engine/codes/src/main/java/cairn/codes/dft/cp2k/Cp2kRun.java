package cairn.codes.dft.cp2k;

import cairn.codes.CodeError;
import cairn.codes.Reading;
import cairn.codes.Reading.Reached;
import cairn.codes.bands.BandFolder;
import cairn.codes.bands.ImageCount;
import cairn.codes.bands.cp2k.Cp2kBands;
import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output;
import cairn.codes.output.RunEnd;
import cairn.codes.output.RunStep;
import cairn.codes.output.cp2k.Cp2kReader;
import cairn.codes.task.Found;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import cairn.structure.band.BandRecord;
import cairn.structure.band.RecordedImage;
import cairn.structure.band.RecordedPlace;
import cairn.structure.format.FormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a run of CP2K has come to: how it ended by its output, where its atoms are by its trajectory.
final class Cp2kRun {
    static final String INPUT = "cp2k.inp";
    static final String OUTPUT = "cp2k.out";

    private final Task task;
    private final Start start;
    private final Path folder;
    private final int before;

    Cp2kRun(Task task, Start start, Path folder) {
        this.task = task;
        this.start = start;
        this.folder = folder;
        this.before = before(task, start);
    }

    /// How many steps were done before those that the run itself counts. A run that goes on counts on, but for a band;
    /// one that begins with a later structure counts from its own beginning.
    private static int before(Task task, Start start) {
        return start instanceof Start.Later || task instanceof Task.Band ? start.stepsDone() : 0;
    }

    Reading read() {
        if (!Files.isRegularFile(folder.resolve(OUTPUT))) {
            return new Reading.Stopped("there is no " + OUTPUT, reached());
        }
        try {
            Output output = new Cp2kReader().read(folder.resolve(OUTPUT), _ -> {});
            return RunEnd.of(output.verdict(), "cp2k", reached(), () -> whole(output));
        } catch (FormatException _) {
            return new Reading.Stopped(OUTPUT + " says nothing that can be read", reached());
        }
    }

    private Reached reached() {
        return switch (task) {
            case Task.Energy _ -> Reached.nothing();
            case Task.Relax _, Task.Dynamics _ -> reachedPoint();
            case Task.Band band -> reachedBand(band);
        };
    }

    private Reached reachedPoint() {
        return Frames.last(folder, task.structure())
                .map(frame ->
                        new Reached(Math.max(start.stepsDone(), before + frame.step()), List.of(frame.structure())))
                .orElseGet(() -> new Reached(start.stepsDone(), List.of()));
    }

    private Reached reachedBand(Task.Band band) {
        return new Reached(
                Math.max(start.stepsDone(), before + iterations()),
                band().map(record -> images(band, record)).orElse(List.of()));
    }

    private Reading whole(Output output) {
        return switch (task) {
            case Task.Energy energy -> point(output, energy.structure(), 1);
            case Task.Relax _, Task.Dynamics _ -> wholeWay(output);
            case Task.Band band -> wholeBand(band, output);
        };
    }

    private static Reading point(Output output, Structure structure, int steps) {
        return point(output, evaluation(output), structure, steps);
    }

    /// At the end of an optimization the output tells another energy than that of the forces: it is computed
    /// without them, of the density that the SCF ended with, and was 0.5 meV off for silicon with k-points
    /// (2023.1). No other evaluation has such a one, so it is never compared.
    private static Reading point(Output output, Frames.Frame frame, int steps) {
        Optional<Evaluation> evaluation =
                evaluation(output).map(said -> new Evaluation(frame.energyEv(), said.forces(), said.stress()));
        return point(output, evaluation, frame.structure(), steps);
    }

    private static Optional<Evaluation> evaluation(Output output) {
        return output.last() instanceof Output.Last.Of(var step) ? RunStep.evaluation(step) : Optional.empty();
    }

    private static Reading point(Output output, Optional<Evaluation> evaluation, Structure structure, int steps) {
        return evaluation
                .<Reading>map(said ->
                        new Reading.Finished(new Found.Point(structure, said, steps, "CP2K " + output.version())))
                .orElseGet(() -> tooLittle("forces of the last step"));
    }

    /// The last frame, and what the output says of it: only if both speak of the same energy.
    private Reading wholeWay(Output output) {
        return output.last() instanceof Output.Last.Of(var step)
                ? Frames.last(folder, task.structure(), step.energies().free())
                        .map(frame -> wholeWay(output, frame))
                        .orElseGet(() -> tooLittle("the structure of its last energy"))
                : tooLittle("its last energy");
    }

    private Reading wholeWay(Output output, Frames.Frame frame) {
        int steps = before + frame.step();
        Reading point = point(output, frame, steps);
        return switch (task) {
            case Task.Relax relax
            when point instanceof Reading.Finished(Found.Point(var _, Evaluation evaluation, var _, var _))
                    && !RunStep.meets(relax, evaluation) ->
                new Reading.Stopped("it is not at rest by our own criteria", reachedPoint());
            case Task.Dynamics dynamics
            when steps < dynamics.steps() -> new Reading.Stopped("it ended after " + steps + " steps", reachedPoint());
            case Task.Energy _, Task.Relax _, Task.Dynamics _, Task.Band _ -> point;
        };
    }

    private Reading wholeBand(Task.Band task, Output output) {
        if (BandStage.of(task, start) == BandStage.SETTLES) {
            return new Reading.Stopped("it has settled, and its highest image is to climb", reachedBand(task));
        }
        return band().<Reading>map(record ->
                        new Reading.Finished(new Found.Path(record, before + iterations(), "CP2K " + output.version())))
                .orElseGet(() -> tooLittle("the images of its band"));
    }

    private static Reading tooLittle(String what) {
        return new Reading.Failed(new CodeError(
                "cp2k/says-too-little",
                OUTPUT + " ends well, but " + what + " cannot be found.",
                "It may be of a version of CP2K that Cairn does not know."));
    }

    private int iterations() {
        int last = 0;
        if (Files.isRegularFile(folder.resolve(OUTPUT))) {
            try (LineReader lines = LineReader.open(folder.resolve(OUTPUT))) {
                while (lines.next()) {
                    Line line = lines.line();
                    last = line.begins("STEP NUMBER  ") ? (int) line.numberAfter("=") : last;
                }
            }
        }
        return last;
    }

    private static List<Structure> images(Task.Band task, BandRecord record) {
        List<Structure> images = new ArrayList<>();
        for (RecordedImage image : record.images()) {
            if (image.place() instanceof RecordedPlace.Atoms(Structure structure)) {
                images.add(task.structure().withPositions(structure.positions()));
            }
        }
        return images.size() == task.images().size() ? images : List.of();
    }

    private Optional<BandRecord> band() {
        try {
            return Files.isDirectory(folder)
                    ? new Cp2kBands().read(BandFolder.of(folder), new ImageCount.Unsaid())
                    : Optional.empty();
        } catch (FormatException _) {
            return Optional.empty();
        }
    }
}
