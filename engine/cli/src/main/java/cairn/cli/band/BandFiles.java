package cairn.cli.band;

import cairn.cli.report.Profile;
import cairn.cli.report.Profile.Image;
import cairn.cli.report.Profile.Role;
import cairn.cli.report.Profile.Saddle;
import cairn.cli.report.ProfileFigure;
import cairn.neb.Band;
import cairn.neb.record.Reading;
import cairn.neb.record.RecordedPath;
import cairn.neb.record.RecordedPoint;
import cairn.neb.record.Slope;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;
import cairn.structure.band.BandRecord;
import cairn.structure.band.RecordedForces;
import cairn.structure.band.RecordedImage;
import cairn.structure.format.ExtendedXyz;
import cairn.structure.format.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// What `--out` writes: tables for plotting, the figure, all numbers, and all structures.
final class BandFiles {
    private static final int CURVE_POINTS = 201;

    private BandFiles() {}

    /// The files written, in words for the user.
    static List<String> write(Path folder, BandRecord record, RecordedPath path) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("profile.csv", images(path));
        files.put("curve.csv", curve(path));
        files.put("profile.svg", ProfileFigure.svg(figure(path)));
        files.put("band.json", BandJson.of(record, path).toPrettyString() + "\n");
        path.band().ifPresent(band -> files.put("band.extxyz", ExtendedXyz.formatFrames(frames(record, band))));
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        }
        return files.keySet().stream()
                .map(name -> folder.resolve(name).toString())
                .toList();
    }

    private static String images(RecordedPath path) {
        StringBuilder csv = new StringBuilder("image,coordinate_ang,fraction,energy_ev,slope_ev_per_ang,slope_from,"
                + "fmax_across_ev_per_ang,fmax_true_ev_per_ang,kink_deg\n");
        for (RecordedPoint point : path.points()) {
            csv.append(String.join(
                            ",",
                            String.valueOf(point.place().image()),
                            decimals(point.place().coordinate()),
                            decimals(point.place().fraction()),
                            cell(point.energy()),
                            slope(point.slope()),
                            cell(point.fmaxAcross()),
                            cell(point.fmaxWhole()),
                            cell(point.kink())))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String slope(Slope slope) {
        return switch (slope) {
            case Slope.FromForces(double value) -> decimals(value) + ",forces";
            case Slope.FromEnergies(double value) -> decimals(value) + ",energies";
            case Slope.Missing _ -> ",";
        };
    }

    private static String cell(Reading reading) {
        OptionalDouble number = reading.number();
        return number.isPresent() ? decimals(number.getAsDouble()) : "";
    }

    private static String decimals(double number) {
        return String.format(Locale.ROOT, "%.8f", number);
    }

    private static String curve(RecordedPath path) {
        StringBuilder csv = new StringBuilder("coordinate_ang,energy_ev\n");
        path.profile()
                .sample(CURVE_POINTS)
                .forEach(point -> csv.append(decimals(point.coordinate()))
                        .append(',')
                        .append(decimals(point.energy()))
                        .append('\n'));
        return csv.toString();
    }

    /// Images without an energy are left out of the drawing.
    private static Profile figure(RecordedPath path) {
        List<Image> images = new ArrayList<>();
        for (RecordedPoint point : path.points()) {
            switch (point.slope()) {
                case Slope.FromForces(double slope) -> images.add(image(point, slope, path));
                case Slope.FromEnergies(double slope) -> images.add(image(point, slope, path));
                case Slope.Missing _ -> {}
            }
        }
        return new Profile(
                images, new Saddle(path.summit().coordinate(), path.summit().energy()));
    }

    private static Image image(RecordedPoint point, double slope, RecordedPath path) {
        int image = point.place().image();
        Role role = image == 0 || image == path.points().size() - 1
                ? Role.ENDPOINT
                : image == path.highestImage() ? Role.CLIMBING : Role.INTERIOR;
        return Image.evaluated(
                point.place().coordinate(),
                point.energy().number().orElseThrow(),
                slope,
                point.fmaxAcross().number().orElse(0),
                role);
    }

    private static List<Frame> frames(BandRecord record, Band band) {
        return IntStream.range(0, band.images().size())
                .mapToObj(
                        image -> frame(band.images().get(image), record.images().get(image)))
                .toList();
    }

    /// Nudged forces are not written: a reader of the file would take them for true ones.
    private static Frame frame(Structure structure, RecordedImage image) {
        OptionalDouble energy = image.energy().free();
        return switch (image.forces()) {
            case RecordedForces.True(Forces forces) ->
                energy.isPresent()
                        ? Frame.of(structure, new Evaluation(energy.getAsDouble(), forces, new Stress.NotGiven()))
                        : new Frame(structure, new Frame.Computed.ForcesOnly(forces));
            case RecordedForces.Nudged _, RecordedForces.Projected _, RecordedForces.Unknown _ ->
                energy.isPresent()
                        ? new Frame(structure, new Frame.Computed.Energy(energy.getAsDouble()))
                        : Frame.of(structure);
        };
    }
}
