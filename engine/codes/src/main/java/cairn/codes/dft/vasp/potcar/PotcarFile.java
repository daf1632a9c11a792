package cairn.codes.dft.vasp.potcar;

import cairn.codes.dft.pseudo.Hashes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the head of a POTCAR, as https://vasp.at/wiki/POTCAR shows it:
///
///     VRHFIN =Li: 1s2s2p
///     LEXCH  = PE
///     TITEL  = PAW_PBE Li_sv 10Sep2004
///     POMASS =    7.010; ZVAL   =    3.000    mass and valenz
///     ENMAX  =  499.034; ENMIN  =  374.276 eV
///     ...
///     End of Dataset
final class PotcarFile {
    private static final List<String> TAGS = List.of("VRHFIN", "LEXCH", "TITEL", "ZVAL", "ENMAX");
    private static final Pattern TAG = Pattern.compile("\\b(" + String.join("|", TAGS) + ")\\s*=\\s*([^;]*)");
    private static final Pattern NUMBER = Pattern.compile("[-+.0-9eE]+");

    /// The tags stand within the first thirty lines.
    private static final int LINES_OF_HEAD = 100;

    private static final String END = "End of Dataset";
    private static final int BYTES_OF_END = 200;

    private PotcarFile() {}

    /// Empty if the file does not begin and end like a POTCAR.
    static Optional<Potcar> read(String variant, Path file) {
        Map<String, String> tags = head(file);
        boolean whole = tags.keySet().containsAll(TAGS) && hasEnd(file);
        return whole
                ? Optional.of(new Potcar(
                        variant,
                        file,
                        tags.getOrDefault("TITEL", "").replaceAll("\\s+", " "),
                        tags.getOrDefault("VRHFIN", "").replaceFirst("[:\\s].*", ""),
                        tags.getOrDefault("LEXCH", ""),
                        number(tags.getOrDefault("ZVAL", "")),
                        number(tags.getOrDefault("ENMAX", "")),
                        Hashes.ofFile(file)))
                : Optional.empty();
    }

    private static boolean hasEnd(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(BYTES_OF_END);
            channel.read(last, Math.max(0, channel.size() - BYTES_OF_END));
            return new String(last.array(), 0, last.position(), StandardCharsets.ISO_8859_1).contains(END);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Map<String, String> head(Path file) {
        Map<String, String> tags = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            lines.lines().limit(LINES_OF_HEAD).forEach(line -> {
                Matcher tag = TAG.matcher(line);
                while (tag.find()) {
                    tags.putIfAbsent(tag.group(1), tag.group(2).strip());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return tags;
    }

    private static double number(String text) {
        Matcher number = NUMBER.matcher(text);
        try {
            return number.find() ? Double.parseDouble(number.group()) : Double.NaN;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
