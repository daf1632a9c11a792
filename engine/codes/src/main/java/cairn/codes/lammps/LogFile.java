package cairn.codes.lammps;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `log.lammps` of a relaxation says, line by line; all other lines are LAMMPS's own business.
///
///     version  := "LAMMPS (" text ")"
///     effort   := "  Iterations, force evaluations = " int int        one for each minimisation
///     limit    := "  Stopping criterion = max iterations" | "... = max force evaluations"
///     energy   := "cairn: energy_ev " number                          printed by our deck
///     pressure := "cairn: pressure_bar " xx yy zz yz xz xy            printed by our deck
///     time     := "WARNING: Wall time limit reached" text
///     error    := "ERROR" text                                        the first one counts
///     end      := "Total wall time: " text                            nothing of ours follows
///
/// The log of 29 Sep 2021 - Update 2 was read for this.
final class LogFile {
    private static final Pattern VERSION = Pattern.compile("LAMMPS \\((.+)\\)");
    private static final Pattern EFFORT = Pattern.compile("\\s*Iterations, force evaluations = (\\d+) (\\d+)");
    private static final Pattern LIMIT =
            Pattern.compile("\\s*Stopping criterion = max (iterations|force evaluations)\\s*");
    private static final String ENERGY = "cairn: energy_ev ";
    private static final String PRESSURE = "cairn: pressure_bar ";

    private final List<String> lines;

    LogFile(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /// The first error, in LAMMPS's words.
    Optional<String> error() {
        return lines.stream().filter(line -> line.startsWith("ERROR")).findFirst();
    }

    boolean isComplete() {
        return lines.stream().anyMatch(line -> line.startsWith("Total wall time: "));
    }

    boolean reachedLimit() {
        return lines.stream().anyMatch(line -> LIMIT.matcher(line).matches());
    }

    /// Whether `timer timeout` has ended a part of it.
    boolean isOutOfTime() {
        return lines.stream().anyMatch(line -> line.startsWith("WARNING: Wall time limit reached"));
    }

    /// Such as `LAMMPS 29 Sep 2021 - Update 2`.
    String version() {
        return lines.stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(found -> "LAMMPS " + found.group(1))
                .findFirst()
                .orElse("LAMMPS of unknown version");
    }

    /// Over all minimisations.
    int forceEvaluations() {
        return lines.stream()
                .map(EFFORT::matcher)
                .filter(Matcher::matches)
                .mapToInt(found -> Integer.parseInt(found.group(2)))
                .sum();
    }

    /// In eV.
    Optional<Double> energy() {
        return numbers(ENERGY, 1).map(numbers -> numbers[0]);
    }

    /// xx, yy, zz, yz, xz, xy in bar; positive where the cell wants to grow.
    Optional<double[]> pressure() {
        return numbers(PRESSURE, 6);
    }

    private Optional<double[]> numbers(String label, int count) {
        return lines.stream()
                .filter(line -> line.startsWith(label))
                .map(line -> Numbers.of(line.substring(label.length())))
                .filter(numbers -> numbers.length == count)
                .findFirst();
    }
}
