package cairn.codes.dft.cp2k;

import cairn.codes.dft.pseudo.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// CP2K's files of basis sets and potentials, where the program looks for them.
final class Cp2kData {
    static final String BASIS_SETS = "BASIS_MOLOPT";
    static final String POTENTIALS = "GTH_POTENTIALS";

    private static final String VARIABLE = "CP2K_DATA_DIR";
    private static final String USUAL = "/usr/share/cp2k";
    private static final Map<Path, List<String>> NAMES = new ConcurrentHashMap<>();

    private Cp2kData() {}

    private static Path file(String name) {
        return Path.of(Optional.ofNullable(System.getenv(VARIABLE)).orElse(USUAL), name);
    }

    static String hash() {
        List<Path> files = Stream.of(BASIS_SETS, POTENTIALS).map(Cp2kData::file).toList();
        return files.stream().allMatch(Files::isRegularFile) ? Hashes.ofFiles(files) : "not here";
    }

    /// Whether a file has an entry of an element under a name. A file that is not on this machine is not judged.
    static boolean has(String name, String element, String entry) {
        Path file = file(name);
        return !Files.isRegularFile(file)
                || NAMES.computeIfAbsent(file, Cp2kData::heads).stream()
                        .map(line -> Arrays.asList(line.split("\\s+")))
                        .anyMatch(words -> words.getFirst().equals(element) && words.contains(entry));
    }

    /// Lines that begin with a symbol: the heads of entries.
    private static List<String> heads(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && Character.isUpperCase(line.charAt(0)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
