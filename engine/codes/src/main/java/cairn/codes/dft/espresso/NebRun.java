package cairn.codes.dft.espresso;

import cairn.codes.CodeError;
import cairn.codes.Reading;
import cairn.codes.Reading.Reached;
import cairn.codes.bands.BandFolder;
import cairn.codes.bands.ImageCount;
import cairn.codes.bands.espresso.NebXBands;
import cairn.codes.output.Output;
import cairn.codes.output.RunEnd;
import cairn.codes.output.espresso.NebTextReader;
import cairn.codes.task.Found;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a run of neb.x has come to: how it ended by its text, where its images stand by `cairn.path`, which neb.x
/// writes anew at every iteration and goes on from.
final class NebRun {
    static final String INPUT = "neb.in";
    static final String OUTPUT = "neb.out";

    private static final String PATH = PwRun.PREFIX + ".path";

    /// The third line of the file: RESTART INFORMATION, then the number of the iteration.
    private static final Pattern ITERATION = Pattern.compile("RESTART INFORMATION\\s+(\\d+)\\s");

    private NebRun() {}

    static Reading read(Task.Band task, Start start, Path folder) {
        Optional<BandRecord> band = band(folder);
        Reached reached = reached(task, start, folder, band);
        if (!Files.isRegularFile(folder.resolve(OUTPUT))) {
            return new Reading.Stopped("there is no " + OUTPUT, reached);
        }
        Output output = new NebTextReader().read(folder.resolve(OUTPUT), _ -> {});
        return RunEnd.of(
                output.verdict(),
                "qe",
                reached,
                () -> band.<Reading>map(record -> new Reading.Finished(
                                new Found.Path(record, reached.steps(), "neb.x " + output.version())))
                        .orElseGet(NebRun::saysTooLittle));
    }

    private static CodeError tooLittle() {
        return new CodeError(
                "qe/says-too-little",
                "neb.x ended well, but " + PATH + " cannot be read.",
                "It may be of a version of neb.x that Cairn does not know.");
    }

    private static Reading saysTooLittle() {
        return new Reading.Failed(tooLittle());
    }

    private static Reached reached(Task.Band task, Start start, Path folder, Optional<BandRecord> band) {
        int before = start instanceof Start.Later later ? later.stepsDone() : 0;
        return new Reached(
                Math.max(start.stepsDone(), before + iteration(folder)),
                band.map(record -> images(task, record)).orElse(List.of()));
    }

    private static int iteration(Path folder) {
        Matcher found = Files.isRegularFile(folder.resolve(PATH))
                ? ITERATION.matcher(BandFolder.of(folder).head(PATH))
                : ITERATION.matcher("");
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /// Endpoints are those of the task; what moves stands where neb.x has it.
    private static List<Structure> images(Task.Band task, BandRecord record) {
        List<Structure> images = new ArrayList<>();
        for (RecordedImage image : record.images()) {
            if (image.place() instanceof RecordedPlace.Atoms(Structure structure)) {
                images.add(task.structure().withPositions(structure.positions()));
            }
        }
        return images.size() == task.images().size() ? images : List.of();
    }

    private static Optional<BandRecord> band(Path folder) {
        try {
            return Files.isDirectory(folder)
                    ? new NebXBands().read(BandFolder.of(folder), new ImageCount.Unsaid())
                    : Optional.empty();
        } catch (FormatException _) {
            return Optional.empty();
        }
    }

    static SortedMap<String, Path> saved(Path folder) {
        SortedMap<String, Path> saved = new TreeMap<>();
        band(folder).ifPresent(_ -> saved.put(PATH, folder.resolve(PATH)));
        return saved;
    }
}
