package cairn.codes.bands.lammps;

import cairn.codes.bands.Numbers;
import cairn.structure.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The log of one replica, `log.lammps.N`: the input as LAMMPS read it, and how each minimisation ended.
///
///     units    := "units" word
///     elements := "kim interactions" word... | "pair_coeff * *" file word...
///     mass     := "mass" int number
///     fix      := "fix" id group "neb" rest
///     unfix    := "unfix" id
///     written  := "write_dump" ... name ...
///     energy   := "Energy initial, next-to-last, final =" line-break three numbers
///     criterion := "Stopping criterion =" words
final class ReplicaLog {
    private static final Pattern FIX = Pattern.compile("\\s*fix\\s+(\\S+)\\s+\\S+\\s+neb\\s+(.*)");
    private static final Pattern ELEMENTS =
            Pattern.compile("\\s*(?:kim[_ ]interactions|pair_coeff\\s+\\*\\s+\\*)\\s+(.*)");
    private static final Pattern CRITERION = Pattern.compile("\\s*Stopping criterion = (.*)");
    private static final String ENERGY = "Energy initial, next-to-last, final =";

    private final List<String> lines;

    ReplicaLog(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    Optional<String> units() {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.matches("units\\s+\\w+(\\s.*)?"))
                .map(line -> line.split("\\s+")[1])
                .reduce((_, last) -> last);
    }

    /// The names that the potential gives to the types, which may be elements; a file may stand before them.
    List<String> names() {
        return lines.stream()
                .map(ELEMENTS::matcher)
                .filter(Matcher::matches)
                .map(found -> List.of(found.group(1).strip().split("\\s+")))
                .map(words -> Element.ofSymbol(words.getFirst()).isPresent() ? words : words.subList(1, words.size()))
                .filter(names -> !names.isEmpty())
                .reduce((_, last) -> last)
                .orElse(List.of());
    }

    /// The mass of a type, in amu.
    OptionalDouble mass(int type) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.matches("mass\\s+" + type + "\\s+\\S+.*"))
                .mapToDouble(line -> Numbers.of(line.split("\\s+")[2]))
                .filter(Double::isFinite)
                .reduce((_, last) -> last);
    }

    /// Whether the band pulls also across the path, or at its ends: then dumped forces hide the true ones there.
    boolean hasOption(String option) {
        return lines.stream()
                .map(FIX::matcher)
                .filter(Matcher::matches)
                .anyMatch(found -> List.of(found.group(2).split("\\s+")).contains(option));
    }

    /// Whether a dump was written after the band was let go and the forces were computed anew: `unfix`, `run`,
    /// `write_dump`.
    boolean wroteTrueForces(String dump) {
        List<String> steps = new ArrayList<>();
        for (String line : lines) {
            Matcher fix = FIX.matcher(line);
            if (fix.matches()) {
                steps.clear();
                steps.add("unfix " + fix.group(1));
            } else if (!steps.isEmpty()) {
                follow(steps, line.strip().replaceAll("\\s+", " "));
            }
        }
        return steps.contains("run") && lines.stream().anyMatch(line -> writes(line, dump));
    }

    private static void follow(List<String> steps, String line) {
        if (line.equals(steps.getFirst())) {
            steps.add("unfix");
        } else if (steps.contains("unfix") && line.startsWith("run ")) {
            steps.add("run");
        }
    }

    private static boolean writes(String line, String dump) {
        List<String> words = List.of(line.strip().split("\\s+"));
        return words.getFirst().equals("write_dump") && words.stream().anyMatch(word -> word.endsWith(dump));
    }

    /// At the end of the last minimisation, with all digits, in the energy unit of the run.
    OptionalDouble energy() {
        for (int i = lines.size() - 2; i >= 0; i--) {
            if (lines.get(i).strip().startsWith(ENERGY)) {
                double[] numbers = Numbers.in(lines.get(i + 1));
                return numbers.length == 3 && Double.isFinite(numbers[2])
                        ? OptionalDouble.of(numbers[2])
                        : OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    /// How the last minimisation ended, in LAMMPS's words.
    Optional<String> criterion() {
        return lines.stream()
                .map(CRITERION::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1).strip())
                .reduce((_, last) -> last);
    }
}
