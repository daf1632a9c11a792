package cairn.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.distance.Neighbours;
import cairn.structure.format.FormatException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All crystals of the test resources against `expected.csv`, which two other codes agree on.
class CrystalsTest {
    /// The masses behind the expected densities, where IUPAC has revised or rounded them since.
    private static final Map<String, Double> OLD_MASSES_AMU =
            Map.of("Li", 6.941, "Ge", 72.64, "S", 32.065, "Cl", 35.453);

    private static final double LONGEST_EXPECTED_ANG = 4.5;

    record Expected(
            String name, String formula, int atoms, double volumeAng3, double density, Map<String, Double> shortest) {
        static Expected parse(String line) {
            String[] fields = line.split(";", -1);
            Map<String, Double> shortest = fields[5].isEmpty()
                    ? Map.of()
                    : Arrays.stream(fields[5].split(" "))
                            .map(pair -> pair.split("="))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1])));
            return new Expected(
                    fields[0],
                    fields[1],
                    Integer.parseInt(fields[2]),
                    Double.parseDouble(fields[3]),
                    Double.parseDouble(fields[4]),
                    shortest);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Expected> ordered() {
        return all().filter(expected -> !expected.name().endsWith("_disordered"));
    }

    private static Stream<Expected> all() {
        return Crystals.resource("/crystals/expected.csv")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("name;"))
                .map(Expected::parse);
    }

    @Test
    void there_are_forty_four_of_them() {
        assertThat(all()).hasSize(44);
        assertThat(ordered()).hasSize(42);
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void a_crystal_builds_to_its_composition_density_and_distances(Expected expected) {
        Structure built = Crystals.crystal(expected.name());

        assertThat(built.count()).isEqualTo(expected.atoms());
        assertThat(share(built.composition())).isEqualTo(share(expected.formula()));
        assertThat(built.cell().volume()).isCloseTo(expected.volumeAng3(), within(5.1e-4));
        assertThat(built.densityGPerCm3() * oldMass(built) / built.composition().massAmu())
                .isCloseTo(expected.density(), within(6e-5));
        Map<String, Double> shortest = shortest(built);
        assertThat(expected.shortest())
                .allSatisfy((pair, distance) -> assertThat(shortest.get(pair)).isCloseTo(distance, within(6e-4)));
        assertThat(Neighbours.closest(built).distanceAng())
                .isCloseTo(
                        expected.shortest().values().stream()
                                .min(Double::compare)
                                .orElseThrow(),
                        within(6e-4));
    }

    @Test
    void a_disordered_garnet_is_refused_by_its_half_empty_site() {
        assertThatThrownBy(() -> Crystals.crystal("LLZO_cubic_disordered"))
                .isInstanceOf(FormatException.class)
                .hasMessage("LLZO_cubic_disordered.cif:27: site Li0 is occupied to 0.5, so the crystal is disordered; "
                        + "give an ordered cell, in which every site is full or empty");
    }

    @Test
    void a_disordered_thiophosphate_is_refused_by_its_partly_filled_site() {
        assertThatThrownBy(() -> Crystals.crystal("Li10GeP2S12_disordered"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("site Li0 is occupied to 0.691");
    }

    /// Shortest distance by pair of elements in alphabetic order.
    private static Map<String, Double> shortest(Structure structure) {
        Map<String, Double> shortest = new TreeMap<>();
        Neighbours.within(structure, LONGEST_EXPECTED_ANG, (one, other, distance) -> {
            String first = structure.species().get(one).symbol();
            String second = structure.species().get(other).symbol();
            String pair = first.compareTo(second) < 0 ? first + "-" + second : second + "-" + first;
            shortest.merge(pair, distance, Math::min);
        });
        return shortest;
    }

    private static double oldMass(Structure structure) {
        return structure.species().stream()
                .mapToDouble(element -> OLD_MASSES_AMU.getOrDefault(element.symbol(), element.massAmu()))
                .sum();
    }

    private static Map<String, Double> share(Composition composition) {
        double total = composition.counts().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return composition.counts().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().symbol(), entry -> entry.getValue() / total));
    }

    /// The shares of a formula with at most one pair of brackets, such as LiTi2(PO4)3.
    private static Map<String, Double> share(String formula) {
        Map<String, Double> counts = new TreeMap<>();
        Matcher group = Pattern.compile("\\((.*)\\)(\\d+)").matcher(formula);
        if (group.find()) {
            count(group.group(1), Integer.parseInt(group.group(2)), counts);
        }
        count(formula.replaceAll("\\(.*\\)\\d+", ""), 1, counts);
        double total = counts.values().stream().mapToDouble(Double::doubleValue).sum();
        counts.replaceAll((_, count) -> count / total);
        return counts;
    }

    private static void count(String formula, int times, Map<String, Double> counts) {
        Matcher part = Pattern.compile("([A-Z][a-z]?)(\\d*)").matcher(formula);
        while (part.find()) {
            int number = part.group(2).isEmpty() ? 1 : Integer.parseInt(part.group(2));
            counts.merge(part.group(1), (double) number * times, Double::sum);
        }
    }
}
