package cairn.codes.catalogue;

import cairn.codes.output.Fingerprint;
import cairn.codes.output.Fingerprint.Two;
import cairn.structure.band.BandRecord;
import cairn.structure.format.FormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether the images of a band were computed with the same settings, by the outputs that lie there, one for each.
final class ImageSettings {
    private record Told(int image, Path file, Fingerprint fingerprint) {
        SortedMap<Fingerprint.Key, Two> differences(Told other) {
            return fingerprint.differences(other.fingerprint);
        }
    }

    private ImageSettings() {}

    /// @throws FormatException if one image was computed with other settings than the rest: such energies are never
    /// subtracted
    static void requireSame(Path folder, BandRecord band) {
        for (NumberedFiles row : NumberedFiles.in(folder)) {
            List<Told> told = told(folder, row.ofImages(band.images().size()));
            odd(told).ifPresent(odd -> {
                throw problem(folder, odd, told);
            });
        }
    }

    private static List<Told> told(Path folder, SortedMap<Integer, Path> files) {
        List<Told> told = new ArrayList<>();
        files.forEach((image, file) ->
                fingerprint(folder.resolve(file)).ifPresent(found -> told.add(new Told(image, file, found))));
        return told;
    }

    private static Optional<Fingerprint> fingerprint(Path file) {
        try {
            return Outputs.of(file).map(reader -> reader.read(file, _ -> {}).fingerprint());
        } catch (FormatException _) {
            // Of what is no output, or a broken one, nothing can be compared.
            return Optional.empty();
        }
    }

    /// The one that differs from the most others, if any does.
    private static Optional<Told> odd(List<Told> told) {
        return told.stream()
                .max(Comparator.comparingLong((Told one) -> unlike(one, told)).thenComparingInt(one -> -one.image()))
                .filter(one -> unlike(one, told) > 0);
    }

    private static long unlike(Told one, List<Told> told) {
        return told.stream().filter(other -> !one.differences(other).isEmpty()).count();
    }

    private static FormatException problem(Path folder, Told odd, List<Told> told) {
        List<Told> unlike =
                told.stream().filter(other -> !odd.differences(other).isEmpty()).toList();
        Told other = unlike.getFirst();
        String images = unlike.stream().map(one -> String.valueOf(one.image())).collect(Collectors.joining(", "));
        return new FormatException(
                folder.toString(),
                FormatException.WHOLE_FILE,
                "image " + odd.image() + " was computed with other settings than image"
                        + (unlike.size() > 1 ? "s " : " ")
                        + images + ": " + side(odd, odd.differences(other), Two::one) + ", but "
                        + side(other, odd.differences(other), Two::other),
                "energies of different settings make no barrier: compute all images with the same");
    }

    /// Such as `02/OUTCAR has cutoff_ev 400, smearing_ev 0.2`.
    private static String side(Told told, SortedMap<Fingerprint.Key, Two> differences, Function<Two, String> value) {
        return told.file() + " has "
                + new TreeMap<>(differences)
                        .entrySet().stream()
                                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " "
                                        + value.apply(entry.getValue()))
                                .collect(Collectors.joining(", "));
    }
}
