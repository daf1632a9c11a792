package cairn.codes.output.espresso;

import cairn.codes.output.Fingerprint;
import cairn.codes.output.Output;
import cairn.codes.output.Packed;
import cairn.codes.output.Verdict;
import cairn.structure.format.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The XML that belongs to a text of pw.x: the one in the folder that the text names, or one that is called like the
/// text. Where the two differ they are of two runs, for a later run into the same folder replaces the XML.
record PwXmlBeside(Path file, Output output) {
    /// Larger ones, of many bands and k-points, are not read for a comparison.
    private static final long LARGEST_BYTES = 64L << 20;
    /// The text prints eight decimals of a Rydberg, eV.
    private static final double SAME_EV = 2e-6;
    /// Settings that both state in the same words.
    private static final Set<Fingerprint.Key> ALIKE = EnumSet.of(
            Fingerprint.Key.CUTOFF_EV,
            Fingerprint.Key.DENSITY_CUTOFF_EV,
            Fingerprint.Key.SMEARING_EV,
            Fingerprint.Key.K_POINTS,
            Fingerprint.Key.SPIN);

    /// @param saved the folder that the text says it wrote to; empty if it says none
    static Optional<PwXmlBeside> of(Path text, String saved) {
        return candidates(text, saved).filter(PwXmlBeside::isUsable).findFirst().flatMap(PwXmlBeside::read);
    }

    private static Stream<Path> candidates(Path text, String saved) {
        String name = Packed.unpackedName(text.getFileName().toString());
        int dot = name.lastIndexOf('.');
        Stream<Path> alike = Stream.of(text.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".xml"));
        if (saved.isEmpty() || saved.indexOf('\0') >= 0) {
            return alike;
        }
        Path folder = text.resolveSibling(saved);
        return Stream.concat(alike, Stream.of(folder.resolve("data-file-schema.xml")));
    }

    private static boolean isUsable(Path file) {
        try {
            return Files.isRegularFile(file) && Files.isReadable(file) && Files.size(file) <= LARGEST_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the size of " + file, e);
        }
    }

    private static Optional<PwXmlBeside> read(Path file) {
        try {
            Output output = new PwXmlReader().read(file, _ -> {});
            return output.verdict() instanceof Verdict.Truncated
                    ? Optional.empty()
                    : Optional.of(new PwXmlBeside(file, output));
        } catch (FormatException _) {
            return Optional.empty();
        }
    }

    /// What the text says, with a warning of what the XML says differently.
    Output warned(Output text) {
        List<String> differences = differences(text);
        if (differences.isEmpty() || text.verdict() instanceof Verdict.Truncated) {
            return text;
        }
        List<String> warnings = new ArrayList<>(text.warnings());
        warnings.add("its text and " + file.getFileName() + " are not of one run: " + String.join(", ", differences)
                + "; the text is believed");
        return new Output(
                text.code(),
                text.version(),
                text.verdict(),
                text.steps(),
                text.last(),
                text.fingerprint(),
                warnings,
                text.cost());
    }

    private List<String> differences(Output text) {
        List<String> differences = new ArrayList<>();
        if (text.last() instanceof Output.Last.Of(var mine) && output.last() instanceof Output.Last.Of(var its)) {
            double one = mine.energies().free();
            double other = its.energies().free();
            if (Math.abs(one - other) > SAME_EV) {
                differences.add(String.format(Locale.ROOT, "energies %.6f and %.6f eV", one, other));
            }
        }
        text.fingerprint().differences(output.fingerprint()).entrySet().stream()
                .filter(entry -> ALIKE.contains(entry.getKey()))
                .map(PwXmlBeside::told)
                .forEach(differences::add);
        return differences;
    }

    private static String told(Map.Entry<Fingerprint.Key, Fingerprint.Two> entry) {
        return entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue();
    }
}
