package cairn.codes.output.vasp.settings;

import cairn.structure.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What VASP settled on before it began: the tags of INCAR with their values, and of each kind of atom its potential,
/// how many atoms there are of it, and their valence.
public final class Settings {
    private final Map<String, String> tags = new HashMap<>();
    private final List<String> potentials = new ArrayList<>();
    private List<Integer> counts = List.of();
    private List<Double> valences = List.of();
    private String version = "";
    private String mesh = "";

    public void put(String tag, String value) {
        tags.put(tag, value.strip());
    }

    /// As in `PAW_PBE Li_sv 10Sep2004`.
    public void potential(String title) {
        potentials.add(title.strip().replaceAll("\\s+", " "));
    }

    public void counts(List<Integer> each) {
        counts = List.copyOf(each);
    }

    public void valences(List<Double> each) {
        valences = List.copyOf(each);
    }

    public void version(String said) {
        version = said.strip();
    }

    /// As in `2x2x2`.
    public void mesh(String divisions) {
        mesh = divisions;
    }

    public String version() {
        return version;
    }

    public String mesh() {
        return mesh;
    }

    public List<String> potentials() {
        return potentials;
    }

    public String text(String tag) {
        return tags.getOrDefault(tag, "");
    }

    /// The first number of a tag's value, or NaN.
    public double number(String tag) {
        List<Double> all = numbers(tag);
        return all.isEmpty() ? Double.NaN : all.getFirst();
    }

    public List<Double> numbers(String tag) {
        return NumberWords.leading(text(tag));
    }

    public int integer(String tag, int unsaid) {
        double number = number(tag);
        return Double.isNaN(number) ? unsaid : (int) number;
    }

    public boolean isSet(String tag) {
        return text(tag)
                .replaceFirst("^\\.", "")
                .toUpperCase(java.util.Locale.ROOT)
                .startsWith("T");
    }

    /// What kind of run the tags ask for.
    public Job job() {
        if (tags.isEmpty()) {
            return new Job.Other();
        }
        int steps = steps();
        int moves = integer("IBRION", steps <= 1 ? -1 : 0);
        return switch (moves) {
            case -1 -> new Job.Static(Math.max(steps, 1));
            case 0 -> steps == 0 ? new Job.Static(1) : new Job.Dynamics(steps);
            case 1, 2, 3, 44 -> steps == 0 ? new Job.Static(1) : new Job.Relaxation(steps, number("EDIFFG"));
            default -> new Job.Other();
        };
    }

    private int steps() {
        return integer("NSW", 0);
    }

    /// The element of each atom, if potentials and counts fit together.
    public Optional<List<Element>> species() {
        List<Element> species = new ArrayList<>();
        for (int kind = 0; kind < counts.size(); kind++) {
            Optional<Element> element =
                    counts.size() == potentials.size() ? element(potentials.get(kind)) : Optional.empty();
            if (element.isEmpty()) {
                return Optional.empty();
            }
            for (int atom = 0; atom < counts.get(kind); atom++) {
                species.add(element.get());
            }
        }
        return Optional.of(species).filter(all -> !all.isEmpty());
    }

    /// Of `PAW_PBE Li_sv 10Sep2004` it is Li.
    public static Optional<Element> element(String potential) {
        String[] words = potential.split("\\s+");
        return words.length < 2 ? Optional.empty() : Element.ofSymbol(words[1].replaceFirst("[_.].*", ""));
    }

    /// The charge of the cell in elementary charges; NaN if it is not said.
    public double charge() {
        double electrons = number("NELECT");
        if (counts.isEmpty() || counts.size() != valences.size()) {
            return Double.NaN;
        }
        double neutral = 0;
        for (int kind = 0; kind < counts.size(); kind++) {
            neutral += counts.get(kind) * valences.get(kind);
        }
        return neutral - electrons;
    }
}
