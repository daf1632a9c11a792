package cairn.codes.bands.ase;

import cairn.codes.bands.BandFolder;
import cairn.codes.bands.BandReader;
import cairn.codes.bands.ImageCount;
import cairn.structure.band.BandRecord;
import cairn.structure.band.CodeSays;
import cairn.structure.band.Gap;
import cairn.structure.band.Provenance;
import cairn.structure.band.RecordedEnergy;
import cairn.structure.band.RecordedForces;
import cairn.structure.band.RecordedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Bands of ASE: the last band of a trajectory (`*.traj`) or of an extended XYZ file.
///
/// An endpoint without results, which ASE does not compute by itself, takes them from any other trajectory in the
/// folder that has the same atoms at the same places.
public final class AseBands implements BandReader {
    @Override
    public String recognises() {
        return "ASE (*.traj, or extended XYZ)";
    }

    @Override
    public Optional<BandRecord> read(BandFolder folder, ImageCount images) {
        List<String> names = folder.candidates(name -> isTrajectory(name) || isXyz(folder, name));
        List<FrameSource> sources = names.stream()
                .map(name -> source(folder, name))
                .filter(source -> source.frames().size() >= least(images))
                .toList();
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(record(folder, meant(folder, sources, images), images));
    }

    private static int least(ImageCount images) {
        return switch (images) {
            case ImageCount.Of(int count) -> count;
            case ImageCount.Unsaid _ -> 3;
        };
    }

    private static boolean isTrajectory(String name) {
        return name.endsWith(".traj");
    }

    private static boolean isXyz(BandFolder folder, String name) {
        return (name.endsWith(".xyz") || name.endsWith(".extxyz")) && XyzFrames.isOne(folder.head(name));
    }

    private static FrameSource source(BandFolder folder, String name) {
        return isTrajectory(name) ? TrajFrames.read(name, folder.bytes(name)) : XyzFrames.read(name, folder.text(name));
    }

    /// Beside a band lie the relaxations of its endpoints. A file in which the endpoints come again is a band; then one
    /// that is called so.
    private static FrameSource meant(BandFolder folder, List<FrameSource> sources, ImageCount images) {
        List<FrameSource> repeating = sources.stream()
                .filter(source -> LastBand.of(source.frames(), images).repeats())
                .toList();
        List<FrameSource> called = (repeating.isEmpty() ? sources : repeating)
                .stream()
                        .filter(source -> source.file().toLowerCase(Locale.ROOT).matches(".*(neb|band|path|mep).*"))
                        .toList();
        List<FrameSource> left = called.isEmpty() ? (repeating.isEmpty() ? sources : repeating) : called;
        String only = folder.only(left.stream().map(FrameSource::file).toList());
        return left.stream()
                .filter(source -> source.file().equals(only))
                .findFirst()
                .orElseThrow();
    }

    private static BandRecord record(BandFolder folder, FrameSource source, ImageCount count) {
        LastBand band = LastBand.of(source.frames(), count);
        CalculatorSettings.requireSame(
                source.file(),
                source.settings()
                        .subList(band.first(), band.first() + band.images().size()));
        List<Gap> gaps = new ArrayList<>(source.gaps());
        if (band.left() > 0) {
            gaps.add(new Gap(
                    "the file ends with " + band.left() + " frames of a band of "
                            + band.images().size() + " that is not whole; the last whole one is used",
                    "say --images if the band has another number of images"));
        }
        List<RecordedImage> images = new ArrayList<>(band.images());
        complete(folder, source, images, 0, gaps);
        complete(folder, source, images, images.size() - 1, gaps);
        return new BandRecord(
                new Provenance("ASE", source.version(), folder.filesRead()), images, CodeSays.nothing(), gaps);
    }

    private static void complete(
            BandFolder folder, FrameSource source, List<RecordedImage> images, int endpoint, List<Gap> gaps) {
        RecordedImage image = images.get(endpoint);
        if (isComplete(image)) {
            return;
        }
        Optional<RecordedImage> elsewhere = folder.files(AseBands::isTrajectory).stream()
                .filter(name -> !name.equals(source.file()))
                .flatMap(name -> TrajFrames.read(name, folder.bytes(name)).frames().stream())
                .filter(frame -> isComplete(frame) && LastBand.same(frame, image))
                .reduce((_, last) -> last);
        if (elsewhere.isPresent()) {
            images.set(
                    endpoint,
                    new RecordedImage(
                            image.place(),
                            elsewhere.get().energy(),
                            elsewhere.get().forces()));
        } else {
            gaps.add(new Gap(
                    "endpoint " + endpoint + " has no " + (image.energy().free().isPresent() ? "forces" : "energy"),
                    "put the trajectory of its relaxation into the folder"));
        }
    }

    private static boolean isComplete(RecordedImage image) {
        return !(image.energy() instanceof RecordedEnergy.Unknown)
                && !(image.forces() instanceof RecordedForces.Unknown);
    }
}
