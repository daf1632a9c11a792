package cairn.codes.bands.ase;

import cairn.structure.format.FormatException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The parameters of the calculator that computed a frame, as ASE writes them into a trajectory (`calc.todict()`); none
/// for results without their calculator. A parameter inside another is named by its path, as `input_data.degauss`.
record CalculatorSettings(SortedMap<String, String> values) {
    /// Where a calculator keeps its files differs from image to image.
    private static final Set<String> FILES = Set.of(
            "txt",
            "label",
            "directory",
            "prefix",
            "outdir",
            "wfcdir",
            "command",
            "restart",
            "pseudo_dir",
            "logfile",
            "port",
            "unixsocket");

    static CalculatorSettings none() {
        return new CalculatorSettings(new TreeMap<>());
    }

    static CalculatorSettings of(JsonNode calculator) {
        SortedMap<String, String> values = new TreeMap<>();
        collect("", calculator.path("parameters"), values);
        return new CalculatorSettings(values);
    }

    private static void collect(String path, JsonNode node, SortedMap<String, String> values) {
        node.properties().forEach(entry -> {
            String name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            if (FILES.contains(entry.getKey())) {
                return;
            }
            if (entry.getValue().isObject()) {
                collect(name, entry.getValue(), values);
            } else {
                values.put(name, entry.getValue().toString());
            }
        });
    }

    /// @throws FormatException if two images of a band were computed with other parameters
    static void requireSame(String file, List<CalculatorSettings> images) {
        Iterator<CalculatorSettings> all = images.iterator();
        CalculatorSettings first = none();
        int of = 0;
        for (int image = 0; all.hasNext(); image++) {
            CalculatorSettings settings = all.next();
            if (first.values().isEmpty()) {
                first = settings;
                of = image;
            } else if (!settings.values().isEmpty() && !settings.equals(first)) {
                throw problem(file, image, settings, of, first);
            }
        }
    }

    private static FormatException problem(
            String file, int image, CalculatorSettings its, int of, CalculatorSettings others) {
        SortedMap<String, String> all = new TreeMap<>(its.values());
        all.putAll(others.values());
        String differing = String.join(
                ", ",
                all.keySet().stream()
                        .filter(key -> !its.shown(key).equals(others.shown(key)))
                        .map(key -> key + " " + its.shown(key) + " and " + others.shown(key))
                        .toList());
        return new FormatException(
                file,
                FormatException.WHOLE_FILE,
                "image " + image + " was computed with other settings than image " + of + ": " + differing,
                "energies of different settings make no barrier: compute all images with the same");
    }

    private String shown(String key) {
        return values.getOrDefault(key, "none");
    }
}
