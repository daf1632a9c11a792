package cairn.codes.dft.pseudo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The families that a workflow can name, from a data file, and those that it brings by a path.
public final class Families {
    private static final String FILE = "families.properties";
    private static final Properties KNOWN = load();

    private Families() {}

    public static List<String> names() {
        return KNOWN.stringPropertyNames().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .distinct()
                .sorted()
                .toList();
    }

    /// The family that `pseudopotentials` means: a name, the path of a folder, or files by element.
    ///
    /// Empty if what it names is not on this machine.
    public static Optional<Family> of(JsonNode said) {
        if (said.isObject()) {
            SortedMap<String, Path> files = new TreeMap<>();
            said.properties()
                    .forEach(entry ->
                            files.put(entry.getKey(), Path.of(entry.getValue().stringValue())));
            return Optional.<Family>of(new Family.Files(files))
                    .filter(_ -> files.values().stream().allMatch(Files::isRegularFile));
        }
        String name = said.asString("");
        return names().contains(name)
                ? named(name)
                : Optional.<Family>of(new Family.Folder(Path.of(name))).filter(_ -> Files.isDirectory(Path.of(name)));
    }

    private static Optional<Family> named(String name) {
        String gth = KNOWN.getProperty(name + ".gth", "");
        Stream<Path> places = Stream.of(KNOWN.getProperty(name + ".at", "").split("\\s+"))
                .map(Families::inEnvironment)
                .flatMap(Optional::stream)
                .filter(Files::exists);
        return places.findFirst().map(place -> gth.isEmpty() ? chosen(name, place) : new Family.Gth(place, gth));
    }

    /// A place that begins with the name of a variable, `$CP2K_DATA_DIR/GTH_POTENTIALS`; empty if it is not set.
    private static Optional<Path> inEnvironment(String place) {
        if (!place.startsWith("$")) {
            return Optional.of(Path.of(place));
        }
        String variable = place.substring(1, place.indexOf('/'));
        return Optional.ofNullable(System.getenv(variable))
                .map(value -> Path.of(value, place.substring(place.indexOf('/') + 1)));
    }

    private static Family chosen(String name, Path folder) {
        SortedMap<String, Path> files = new TreeMap<>();
        String prefix = name + ".file.";
        KNOWN.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> files.put(key.substring(prefix.length()), folder.resolve(KNOWN.getProperty(key))));
        return new Family.Files(files);
    }

    /// In words, for somebody who named what is not there.
    public static String missing(JsonNode said) {
        if (said.isObject()) {
            String files = said.valueStream()
                    .map(JsonNode::stringValue)
                    .filter(file -> !Files.isRegularFile(Path.of(file)))
                    .collect(Collectors.joining(", "));
            return "there is no file " + files;
        }
        String name = said.asString("");
        return names().contains(name)
                ? "the family " + name + " is not installed here: none of "
                        + KNOWN.getProperty(name + ".at", "").replaceAll("\\s+", ", ") + " is there"
                : "there is no family '" + name + "' and no such folder";
    }

    private static Properties load() {
        try (InputStream file = Families.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
