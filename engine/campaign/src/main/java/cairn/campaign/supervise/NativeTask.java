package cairn.campaign.supervise;

import cairn.codes.CodeError;
import cairn.codes.Deck;
import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.Reading.Reached;
import cairn.codes.catalogue.Outputs;
import cairn.codes.output.Output;
import cairn.codes.output.RunEnd;
import cairn.codes.output.Step;
import cairn.codes.task.Room;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.format.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A task that a code does by itself, run after run, in the attempt directory of a job.
///
/// A run that was stopped is followed by one that goes on: from what it saved, if that is whole and unchanged; else
/// from the last structure that it told; else from what the run before it left, and so on back to the beginning.
public final class NativeTask {
    /// In one attempt: each either got on, or there are few of them.
    private static final int MOST_RUNS = 100;

    /// Runs in a row that came nowhere and said nothing of it.
    private static final int MOST_IN_VAIN = 3;

    private final Task task;
    private final Path directory;
    private final int cores;
    private final Deadline deadline;
    private final Corrector corrector;
    private final RunLog log;
    private NativeRuns code;
    private Watcher watcher = Watcher.nobody();

    private NativeTask(NativeRuns code, Task task, Path directory, int cores, Deadline deadline, Corrector corrector) {
        this.code = code;
        this.corrector = corrector;
        this.task = task;
        this.directory = directory.toAbsolutePath().normalize();
        this.cores = cores;
        this.deadline = deadline;
        this.log = RunLog.open(this.directory);
    }

    /// The attempt in a directory, on so many cores.
    public static NativeTask in(
            Path directory, NativeRuns code, Task task, int cores, Deadline deadline, Corrector corrector) {
        return new NativeTask(code, task, directory, cores, deadline, corrector);
    }

    /// The same, with somebody who is told of its steps while it is at work.
    public NativeTask watchedBy(Watcher other) {
        watcher = other;
        return this;
    }

    /// A run that is over, as the next decision sees it.
    private record Ended(Run run, Start start, Reading reading, Child.Ended by, Duration took) {
        /// Since it began.
        int gained() {
            return reading instanceof Reading.Stopped(var _, Reached reached) ? reached.steps() - start.stepsDone() : 0;
        }

        Duration perStep() {
            return took.dividedBy(Math.max(1, gained()));
        }
    }

    /// Does it, or as much of it as the time allows.
    public Course run() {
        return done().orElseGet(this::go);
    }

    /// What the last run found, if the job was killed before it could say so.
    private Optional<Course> done() {
        List<Run> runs = log.runs();
        return runs.isEmpty() || !(reading(runs.getLast()) instanceof Reading.Finished(var found))
                ? Optional.empty()
                : Optional.of(new Course.Finished(found));
    }

    private Course go() {
        int inVain = 0;
        for (int number = 1; number <= MOST_RUNS; number++) {
            Ended ended = run(number);
            Optional<Course> over = over(ended);
            if (over.isPresent()) {
                return over.get();
            }
            inVain = ended.gained() > 0 ? 0 : inVain + 1;
            if (inVain >= MOST_IN_VAIN && ended.reading() instanceof Reading.Stopped(String why, var _)) {
                return new Course.Lost("after " + inVain + " runs that came nowhere: " + why);
            }
        }
        return new Course.Lost("after " + MOST_RUNS + " runs it is still not done");
    }

    /// What the attempt came to with this run; empty if another one follows.
    private Optional<Course> over(Ended ended) {
        return switch (ended.reading()) {
            case Reading.Finished(var found) -> Optional.of(new Course.Finished(found));
            case Reading.Stopped(String why, var reached) -> stopped(ended, why, reached);
            case Reading.Failed(CodeError error) ->
                wentOnInVain(ended, error) || isCorrected(error)
                        ? Optional.empty()
                        : Optional.of(new Course.Failed(error));
        };
    }

    private Optional<Course> stopped(Ended ended, String why, Reached reached) {
        boolean isOver = ended.by() == Child.Ended.OURS || !deadline.leavesRoomFor(ended.perStep());
        return isOver
                ? Optional.of(new Course.OutOfTime("its time was up at step " + reached.steps() + " (" + why + ")"))
                : Optional.empty();
    }

    /// Whether it failed because of the files that it went on from: then nobody goes on from them again. Steps that are
    /// used up are no fault of theirs.
    private boolean wentOnInVain(Ended ended, CodeError error) {
        if (!(ended.start() instanceof Start.Saved) || RunEnd.isOutOfSteps(error)) {
            return false;
        }
        log.runs().reversed().stream()
                .filter(run -> !run.folder().equals(ended.run().folder()))
                .filter(run ->
                        !(run.saved() instanceof Run.Saved.Unfit) && !saved(run).isEmpty())
                .findFirst()
                .ifPresent(log::unfit);
        return true;
    }

    /// Whether the next run is done with other settings.
    private boolean isCorrected(CodeError error) {
        Optional<NativeRuns> better = corrector.corrected(error, code);
        better.ifPresent(settings -> code = settings);
        return better.isPresent();
    }

    private Ended run(int number) {
        Start start = start();
        Path folder = directory.resolve("run-" + number);
        Run run = new Run(
                directory.getFileName() + "/run-" + number,
                Run.Begin.of(start),
                start.stepsDone(),
                new Run.Saved.Unknown());
        Deck deck = code.deck(task, start, new Room(cores, deadline.time()));
        prepare(folder, start, deck);
        log.begun(run);
        tell("run " + number + " goes on at step " + start.stepsDone() + " (" + run.begin() + ")");
        long before = System.nanoTime();
        Child.Ended by = new Child(deck, folder).run(code.softStop(), deadline, () -> look(start, folder, deck));
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        code.clear(task, folder);
        Reading reading = code.read(task, start, folder);
        log.noted(run, SavedFiles.checksum(code.saved(task, folder)));
        return new Ended(run, start, reading, by, took);
    }

    private void look(Start start, Path folder, Deck deck) {
        try {
            Path output = folder.resolve(deck.outputs().getFirst());
            if (Files.isRegularFile(output)
                    && code.read(task, start, folder) instanceof Reading.Stopped(var _, Reached reached)) {
                last(output).ifPresent(step -> watcher.sees(reached.steps(), step));
            }
        } catch (FormatException | UncheckedIOException _) {
            // It is just being written or replaced: the next look will see.
        }
    }

    private static Optional<Step> last(Path output) {
        return Outputs.of(output)
                .map(reader -> reader.read(output, _ -> {}))
                .flatMap(said ->
                        said.last() instanceof Output.Last.Of(Step step) ? Optional.of(step) : Optional.empty());
    }

    private void prepare(Path folder, Start start, Deck deck) {
        try {
            Files.createDirectories(folder);
            if (start instanceof Start.Saved) {
                SavedFiles.copy(lastSaved(), folder);
            }
            code.provide(task, folder);
            for (var file : deck.files().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + folder, e);
        }
    }

    /// From the last run that left anything.
    private Start start() {
        for (Run run : log.runs().reversed()) {
            Reached reached = reached(run);
            if (!saved(run).isEmpty()) {
                return new Start.Saved(reached.steps());
            }
            if (!reached.structures().isEmpty()) {
                return new Start.Later(reached.structures(), reached.steps());
            }
        }
        return new Start.Beginning();
    }

    private SortedMap<String, Path> lastSaved() {
        return log.runs().reversed().stream()
                .map(this::saved)
                .filter(files -> !files.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /// What may be gone on from: whole, and what it was when the run ended, if anybody was there to see that.
    private SortedMap<String, Path> saved(Run run) {
        SortedMap<String, Path> files =
                folder(run).map(folder -> code.saved(task, folder)).orElseGet(TreeMap::new);
        boolean isFit = switch (run.saved()) {
            case Run.Saved.Unknown() -> true;
            case Run.Saved.Noted(String checksum) -> SavedFiles.checksum(files).equals(checksum);
            case Run.Saved.Unfit() -> false;
        };
        return isFit ? files : new TreeMap<>();
    }

    private Reached reached(Run run) {
        return reading(run) instanceof Reading.Stopped(var _, Reached reached) ? reached : Reached.nothing();
    }

    private Reading reading(Run run) {
        return folder(run)
                .map(folder -> code.read(task, begun(run), folder))
                .orElseGet(() -> new Reading.Stopped("its folder is gone", Reached.nothing()));
    }

    /// Where it began, as far as its numbers depend on that.
    private Start begun(Run run) {
        return switch (run.begin()) {
            case BEGINNING -> new Start.Beginning();
            case SAVED -> new Start.Saved(run.stepsBefore());
            case LATER -> new Start.Later(List.of(task.structure()), run.stepsBefore());
        };
    }

    /// The folders of attempts lie side by side. One that is gone left nothing.
    private Optional<Path> folder(Run run) {
        return Optional.of(directory.resolveSibling(run.folder())).filter(Files::isDirectory);
    }

    /// How far the runs of an attempt have come, those of earlier attempts included.
    public int stepsDone() {
        return log.runs().stream().mapToInt(run -> reached(run).steps()).max().orElse(0);
    }

    /// The instants of all runs, in their order; where two runs tell of one step, the later counts.
    public List<Sample> samples(Task.Dynamics dynamics) {
        SortedMap<Integer, Sample> samples = new TreeMap<>();
        for (Run run : log.runs()) {
            folder(run)
                    .ifPresent(folder -> code.samples(dynamics, begun(run), folder)
                            .forEach(sample -> samples.put(sample.step(), sample)));
        }
        return new ArrayList<>(samples.values());
    }

    /// The files with the positions of all runs, relative to the folder that the attempts lie in.
    public List<String> trajectories() {
        return log.runs().stream()
                .filter(run -> folder(run)
                        .filter(folder -> Files.isRegularFile(folder.resolve(code.trajectory(task))))
                        .isPresent())
                .map(run -> run.folder() + "/" + code.trajectory(task))
                .toList();
    }

    /// A line a run, for whoever looks at the job's output.
    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
