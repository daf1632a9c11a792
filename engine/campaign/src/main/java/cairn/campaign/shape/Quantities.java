package cairn.campaign.shape;

import cairn.campaign.yaml.Node.Kind;
import cairn.campaign.yaml.Node.Scalar;
import cairn.structure.Units;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Shapes of values with a unit in them: durations, memory, energies and the like, as users write them.
public final class Quantities {
    /// `12:30:00`, `2-00:00:00` (days first): the forms of sbatch(1), --time, that name their parts beyond doubt.
    private static final String CLOCK = "(?:(\\d{1,4})-)?(\\d{1,4}):(\\d{2}):(\\d{2})";

    private static final String SPAN = "(\\d{1,6}) ?(s|min|h|d)";
    private static final Pattern CLOCK_PATTERN = Pattern.compile(CLOCK);
    private static final Pattern SPAN_PATTERN = Pattern.compile(SPAN);
    private static final Map<String, Duration> SPANS = Map.of(
            "s",
            Duration.ofSeconds(1),
            "min",
            Duration.ofMinutes(1),
            "h",
            Duration.ofHours(1),
            "d",
            Duration.ofDays(1));

    /// Decimal units, as in `4 GB`; a binary `4 GiB` is said as such.
    private static final String MEMORY = "(\\d{1,7}) ?(MB|GB|TB|MiB|GiB|TiB)";

    private static final Pattern MEMORY_PATTERN = Pattern.compile(MEMORY);
    private static final Map<String, Double> MEGABYTES =
            Map.of("MB", 1.0, "GB", 1e3, "TB", 1e6, "MiB", 1.048576, "GiB", 1073.741824, "TiB", 1099511.627776);

    private static final String NUMBER = "(-?\\d{1,9}(?:\\.\\d{1,12})?(?:[eE][+-]?\\d{1,2})?)";

    private static final Map<String, Double> ELECTRONVOLTS =
            Map.of("meV", 1e-3, "eV", 1.0, "Ry", Units.EV_PER_RYDBERG, "Ha", Units.EV_PER_HARTREE);

    private static final Map<String, Double> KELVINS = Map.of("K", 1.0);
    private static final Map<String, Double> FEMTOSECONDS = Map.of("fs", 1.0, "ps", 1e3, "ns", 1e6);

    private static final Map<String, Double> EV_PER_ANGSTROM3 = Map.of(
            "GPa", 1 / Units.GPA_PER_EV_ANGSTROM3,
            "kbar", 0.1 / Units.GPA_PER_EV_ANGSTROM3,
            "bar", 1e-4 / Units.GPA_PER_EV_ANGSTROM3);

    private Quantities() {}

    /// A temperature above zero, in K.
    public static Shape<Double> temperatureK() {
        return positive("a temperature above 0 with its unit, such as 1000 K", "K", KELVINS);
    }

    /// A time of atoms above zero, in fs.
    public static Shape<Double> timeFs() {
        return positive("a time above 0 with its unit, such as 2 fs or 10 ps", "fs", FEMTOSECONDS);
    }

    /// A pressure of either sign, in eV/Angstrom^3.
    public static Shape<Double> pressure() {
        return quantity(
                "a pressure with its unit, such as 1 GPa or 1 bar",
                "eV/Angstrom^3",
                EV_PER_ANGSTROM3,
                Double::isFinite);
    }

    private static Shape<Double> positive(String expected, String unit, Map<String, Double> units) {
        return quantity(expected, unit, units, value -> value > 0);
    }

    private static Shape<Double> quantity(
            String expected, String unit, Map<String, Double> units, DoublePredicate isAllowed) {
        String words = NUMBER + " ?(" + units.keySet().stream().sorted().collect(Collectors.joining("|")) + ")";
        Pattern pattern = Pattern.compile(words);
        return Shapes.of(
                (node, reading) -> node instanceof Scalar(String text, var _, var _)
                        ? number(pattern.matcher(text), units)
                                .filter(isAllowed::test)
                                .or(() -> reading.mustBe(expected, node))
                        : reading.mustBe(expected, node),
                () -> Schemas.text(words + "|" + Schemas.PLACEHOLDER),
                value -> value + " " + unit);
    }

    private static Optional<Double> number(Matcher found, Map<String, Double> units) {
        return found.matches()
                ? Optional.of(Double.parseDouble(found.group(1)) * units.getOrDefault(found.group(2), Double.NaN))
                : Optional.empty();
    }

    /// An energy above zero, in eV; its unit must be said, since each code has another.
    public static Shape<Double> energyEv() {
        return positive("an energy above 0 with its unit, such as 60 Ry, 50 meV or 1e-6 eV", "eV", ELECTRONVOLTS);
    }

    /// A walltime above zero.
    public static Shape<Duration> duration() {
        String expected = "a time such as \"12:30:00\", \"2-00:00:00\" or 90 min";
        return Shapes.of(
                (node, reading) -> node instanceof Scalar(String text, Kind kind, var _) && kind == Kind.TEXT
                        ? duration(text).or(() -> reading.mustBe(expected, node))
                        : reading.mustBe(expected, node),
                () -> Schemas.text(CLOCK + "|" + SPAN + "|" + Schemas.PLACEHOLDER),
                Quantities::shown);
    }

    private static Optional<Duration> duration(String text) {
        Matcher clock = CLOCK_PATTERN.matcher(text);
        Matcher span = SPAN_PATTERN.matcher(text);
        if (span.matches()) {
            return Optional.of(SPANS.getOrDefault(span.group(2), Duration.ZERO)
                            .multipliedBy(Long.parseLong(span.group(1))))
                    .filter(Duration::isPositive);
        }
        if (!clock.matches() || Integer.parseInt(clock.group(3)) > 59 || Integer.parseInt(clock.group(4)) > 59) {
            return Optional.empty();
        }
        long days = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
        return Optional.of(Duration.ofDays(days)
                        .plusHours(Long.parseLong(clock.group(2)))
                        .plusMinutes(Long.parseLong(clock.group(3)))
                        .plusSeconds(Long.parseLong(clock.group(4))))
                .filter(Duration::isPositive);
    }

    private static String shown(Duration duration) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    /// Memory in whole MB (10^6 bytes), rounded up.
    public static Shape<Integer> memoryMb() {
        String expected = "an amount such as 4 GB or 500 MB";
        return Shapes.of(
                (node, reading) -> node instanceof Scalar(String text, var _, var _)
                        ? memory(text).or(() -> reading.mustBe(expected, node))
                        : reading.mustBe(expected, node),
                () -> Schemas.text(MEMORY + "|" + Schemas.PLACEHOLDER),
                megabytes -> megabytes + " MB");
    }

    private static Optional<Integer> memory(String text) {
        Matcher memory = MEMORY_PATTERN.matcher(text);
        if (!memory.matches()) {
            return Optional.empty();
        }
        double megabytes = Math.ceil(Long.parseLong(memory.group(1)) * MEGABYTES.getOrDefault(memory.group(2), 0.0));
        return Optional.of(megabytes)
                .filter(value -> value >= 1 && value <= Integer.MAX_VALUE)
                .map(Double::intValue);
    }
}
