package cairn.codes.bands.espresso;

import cairn.codes.bands.BandFolder;
import cairn.codes.bands.BandReader;
import cairn.codes.bands.ImageCount;
import cairn.codes.bands.Numbers;
import cairn.structure.Structure;
import cairn.structure.band.BandRecord;
import cairn.structure.band.CodeSays;
import cairn.structure.band.CodeSays.Barrier;
import cairn.structure.band.CodeSays.Climbing;
import cairn.structure.band.CodeSays.Verdict;
import cairn.structure.band.Gap;
import cairn.structure.band.Provenance;
import cairn.structure.band.RecordedEnergy;
import cairn.structure.band.RecordedForces;
import cairn.structure.band.RecordedImage;
import cairn.structure.format.FormatException;
import cairn.structure.format.Xsf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bands of neb.x: energies, positions and gradients from `prefix.path`, cell and elements from `prefix.axsf`, and from
/// its standard output (whatever its name) or `prefix.dat` what neb.x says of its barrier.
public final class NebXBands implements BandReader {
    /// What lies beside the output in every folder of neb.x.
    private static final Pattern OTHERS =
            Pattern.compile(".*\\.(path|axsf|xyz|crd|int|dat|in|xml|UPF|upf|gz|EXIT)|.*\\.(wfc|mix|igk|hub|bfgs).*");

    @Override
    public String recognises() {
        return "neb.x (PREFIX.path)";
    }

    @Override
    public Optional<BandRecord> read(BandFolder folder, ImageCount images) {
        List<String> paths = folder.candidates(name -> name.endsWith(".path"));
        return paths.isEmpty() ? Optional.empty() : Optional.of(record(folder, folder.only(paths)));
    }

    private static BandRecord record(BandFolder folder, String name) {
        String prefix = name.substring(0, name.length() - ".path".length());
        PathFile path = PathFile.parse(folder.path().resolve(name).toString(), folder.lines(name));
        Structure model = model(folder, prefix);
        List<Gap> gaps = new ArrayList<>();
        Optional<String> output = output(folder);
        NebOutput said = NebOutput.of(output.map(folder::lines).orElse(List.of()));
        CodeSays says = output.isPresent() ? said.says(output.get()) : withoutOutput(folder, prefix, path, gaps);
        return new BandRecord(
                new Provenance("neb.x", said.version(), folder.filesRead()),
                images(path, model, folder, name),
                says,
                gaps);
    }

    private static List<RecordedImage> images(PathFile path, Structure model, BandFolder folder, String name) {
        return path.images().stream()
                .map(image -> {
                    if (image.positions().count() != model.count()) {
                        throw folder.problem(
                                name,
                                "the images have " + image.positions().count() + " atoms, those of the .axsf "
                                        + model.count(),
                                "keep the files of one run together");
                    }
                    return new RecordedImage(
                            new Structure(model.cell(), model.species(), image.positions(), path.constraints()),
                            new RecordedEnergy.Free(image.energy()),
                            new RecordedForces.True(image.forces()));
                })
                .toList();
    }

    /// The first image, for its cell and elements.
    private static Structure model(BandFolder folder, String prefix) {
        String name = prefix + ".axsf";
        if (!folder.has(name)) {
            throw new FormatException(
                    folder.path().toString(),
                    FormatException.WHOLE_FILE,
                    name + " is missing, which has the cell and the elements of " + prefix + ".path",
                    "copy it from the folder in which neb.x ran");
        }
        return Xsf.parseFrames(folder.text(name), folder.path().resolve(name).toString())
                .getFirst()
                .structure();
    }

    /// The output that was written last, if there is one.
    private static Optional<String> output(BandFolder folder) {
        return folder.files(name -> !OTHERS.matcher(name).matches()).stream()
                .filter(name -> NebOutput.isOne(folder.head(name)))
                .max(Comparator.comparingLong(folder::lastWritten));
    }

    /// `prefix.dat` has a line for each image: coordinate, energy above the first (eV), error (eV/Angstrom).
    private static CodeSays withoutOutput(BandFolder folder, String prefix, PathFile path, List<Gap> gaps) {
        gaps.add(new Gap(
                "there is no standard output of neb.x, so its verdict, its version and the climbing image are unknown",
                "put it into the folder"));
        String name = prefix + ".dat";
        double[] energies = folder.has(name)
                ? folder.lines(name).stream()
                        .map(Numbers::in)
                        .filter(numbers -> numbers.length == 3)
                        .mapToDouble(numbers -> numbers[1])
                        .toArray()
                : new double[0];
        return new CodeSays(
                new Climbing.Unsaid(), barrier(energies, path.images().size(), name), new Verdict.Unsaid());
    }

    private static Barrier barrier(double[] energies, int images, String name) {
        if (energies.length != images) {
            return new Barrier.Unsaid();
        }
        double highest = Arrays.stream(energies).max().orElseThrow();
        return new Barrier.Printed(highest - energies[0], highest - energies[energies.length - 1], name);
    }
}
