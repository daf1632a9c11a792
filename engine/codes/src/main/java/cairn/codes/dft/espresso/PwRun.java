package cairn.codes.dft.espresso;

import cairn.codes.CodeError;
import cairn.codes.Reading;
import cairn.codes.Reading.Reached;
import cairn.codes.output.FortranFile;
import cairn.codes.output.Output;
import cairn.codes.output.RunEnd;
import cairn.codes.output.RunStep;
import cairn.codes.output.Step;
import cairn.codes.output.Verdict;
import cairn.codes.output.XmlReader;
import cairn.codes.output.espresso.PwTextReader;
import cairn.codes.task.Found;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import cairn.structure.format.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a run of pw.x has come to, by its own text; what it has saved, by the files themselves.
final class PwRun {
    static final String INPUT = "pw.in";
    static final String OUTPUT = "pw.out";
    static final String PREFIX = "cairn";
    static final String STOP = PREFIX + ".EXIT";

    private static final String SAVE = PREFIX + ".save";
    private static final String DESCRIPTION = SAVE + "/data-file-schema.xml";
    private static final String DENSITY = SAVE + "/charge-density.dat";

    private final Task task;
    private final Start start;
    private final Path folder;

    PwRun(Task task, Start start, Path folder) {
        this.task = task;
        this.start = start;
        this.folder = folder;
    }

    Reading read() {
        if (!Files.isRegularFile(folder.resolve(OUTPUT))) {
            return new Reading.Stopped("there is no " + OUTPUT, new Reached(start.stepsDone(), List.of()));
        }
        try {
            Output output = output(folder);
            return RunEnd.of(output.verdict(), "qe", reached(output), () -> whole(output));
        } catch (FormatException _) {
            return new Reading.Stopped(
                    OUTPUT + " says nothing that can be read", new Reached(start.stepsDone(), List.of()));
        }
    }

    private static Output output(Path folder) {
        return new PwTextReader().read(folder.resolve(OUTPUT), _ -> {});
    }

    private Reached reached(Output output) {
        return Reached.structure(
                steps(output), last(output).flatMap(step -> RunStep.structure(task.structure(), step)));
    }

    private int steps(Output output) {
        return task instanceof Task.Dynamics
                ? Math.max(start.stepsDone(), PwSamples.last(samples()))
                : start.stepsDone() + output.steps();
    }

    List<Sample> samples() {
        return PwSamples.of(folder.resolve(OUTPUT), start, task.structure());
    }

    private static Optional<Step> last(Output output) {
        return output.last() instanceof Output.Last.Of(Step step) ? Optional.of(step) : Optional.empty();
    }

    private Reading whole(Output output) {
        Optional<Structure> structure = last(output).flatMap(step -> RunStep.structure(task.structure(), step));
        Optional<Evaluation> evaluation = last(output).flatMap(RunStep::evaluation);
        if (structure.isEmpty() || evaluation.isEmpty()) {
            return new Reading.Failed(new CodeError(
                    "qe/says-too-little",
                    OUTPUT + " ends well, but has no structure or no forces of the last step.",
                    "It may be of a version of pw.x that Cairn does not know."));
        }
        return judged(structure.get(), evaluation.get(), output);
    }

    private Reading judged(Structure structure, Evaluation evaluation, Output output) {
        int steps = steps(output);
        return switch (task) {
            case Task.Relax relax
            when !RunStep.meets(relax, evaluation) ->
                new Reading.Stopped(
                        "with plane waves chosen anew for the relaxed cell it is not at rest",
                        new Reached(steps, List.of(structure)));
            case Task.Dynamics dynamics
            when steps < dynamics.steps() ->
                new Reading.Stopped("it ended after " + steps + " steps", new Reached(steps, List.of(structure)));
            case Task.Energy _, Task.Relax _, Task.Dynamics _, Task.Band _ ->
                new Reading.Finished(new Found.Point(structure, evaluation, steps, "pw.x " + output.version()));
        };
    }

    /// Only what a run that was asked to stop has closed: pw.x writes the parts of its state at different times.
    static SortedMap<String, Path> saved(Task task, Path folder) {
        boolean whole = isStoppedWell(folder)
                && isWhole(folder.resolve(DESCRIPTION))
                && Files.isRegularFile(folder.resolve(DENSITY))
                && FortranFile.isWhole(folder.resolve(DENSITY))
                && hasHistory(task, folder);
        return whole ? files(folder) : new TreeMap<>();
    }

    private static boolean isStoppedWell(Path folder) {
        return Files.isRegularFile(folder.resolve(OUTPUT))
                && output(folder).verdict() instanceof Verdict.OutOfTime(Verdict.Saved saved, var _)
                && saved == Verdict.Saved.RESTARTABLE;
    }

    private static boolean hasHistory(Task task, Path folder) {
        return switch (task) {
            case Task.Dynamics _ -> Files.isRegularFile(folder.resolve(PREFIX + ".md"));
            case Task.Energy _, Task.Relax _, Task.Band _ -> true;
        };
    }

    private static boolean isWhole(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (XmlReader xml = XmlReader.open(file)) {
            while (xml.next()) {
                // Whether it ends is asked once it has been read.
            }
            return xml.isWhole();
        } catch (FormatException _) {
            return false;
        }
    }

    private static SortedMap<String, Path> files(Path folder) {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder, 2)) {
            found.filter(Files::isRegularFile).forEach(file -> {
                String name = folder.relativize(file).toString();
                if (name.startsWith(PREFIX + ".") && !name.equals(STOP)) {
                    files.put(name, file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
        return files;
    }
}
