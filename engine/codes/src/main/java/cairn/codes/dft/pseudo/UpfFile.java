package cairn.codes.dft.pseudo;

import cairn.codes.dft.pseudo.Pseudopotential.Content;
import cairn.codes.dft.pseudo.Pseudopotential.Kind;
import cairn.structure.Units;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header of a file in the Unified Pseudopotential Format, of version 2 (attributes) or 1 (lines with comments);
/// https://pseudopotentials.quantum-espresso.org/home/unified-pseudopotential-format.
final class UpfFile {
    /// A header stands near the beginning, after the input of the generating program.
    private static final int HEAD_BYTES = 1 << 16;

    private static final Pattern HEADER = Pattern.compile("<PP_HEADER(.*?)(/>|</PP_HEADER>)", Pattern.DOTALL);

    private UpfFile() {}

    /// Empty if the file has no header that can be understood.
    static Optional<Pseudopotential> read(String element, Path path) {
        Matcher header = HEADER.matcher(head(path));
        if (!header.find()) {
            return Optional.empty();
        }
        String text = header.group(1);
        return text.contains("z_valence") ? ofAttributes(element, path, text) : ofLines(element, path, text);
    }

    private static Optional<Pseudopotential> ofAttributes(String element, Path path, String header) {
        return attribute("functional", header)
                .flatMap(functional -> attribute("z_valence", header)
                        .map(valence -> new Pseudopotential(
                                element,
                                path.getFileName().toString(),
                                functional,
                                number(valence),
                                kind(attribute("pseudo_type", header).orElse("NC")),
                                attribute("wfc_cutoff", header)
                                                .map(UpfFile::number)
                                                .orElse(0.0)
                                        * Units.EV_PER_RYDBERG,
                                new Content.File(path))));
    }

    private static Optional<String> attribute(String name, String header) {
        Matcher matcher =
                Pattern.compile("\\b" + name + "\\s*=\\s*\"([^\"]*)\"").matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private static Optional<Pseudopotential> ofLines(String element, Path path, String header) {
        return line("(.*?)Exchange-Correlation functional", header)
                .flatMap(functional -> line("(\\S+)\\s+Z valence", header)
                        .map(valence -> new Pseudopotential(
                                element,
                                path.getFileName().toString(),
                                fourWords(functional),
                                number(valence),
                                kind(line("(\\S+)\\s+(?:Norm|Ultrasoft|Projector)", header)
                                        .orElse("US")),
                                0,
                                new Content.File(path))));
    }

    private static Optional<String> line(String regex, String header) {
        Matcher matcher = Pattern.compile("(?m)^\\s*" + regex).matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /// A fifth word is the short name of the four before it.
    private static String fourWords(String functional) {
        String[] words = functional.split("\\s+");
        return words.length == 5
                ? functional.substring(0, functional.lastIndexOf(words[4])).strip()
                : functional;
    }

    private static Kind kind(String word) {
        return word.equals("NC") || word.equals("SL") ? Kind.NORM_CONSERVING : Kind.AUGMENTED;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip().replace('D', 'E').replace('d', 'e'));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static String head(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            return new String(file.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
