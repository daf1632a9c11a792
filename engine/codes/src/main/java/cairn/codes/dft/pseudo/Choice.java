package cairn.codes.dft.pseudo;

import cairn.codes.dft.Functional;
import cairn.structure.Element;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The pseudopotentials of a structure, one for each element, and what stands against them, in sentences.
public record Choice(SortedMap<String, Pseudopotential> byElement, List<String> objections) {
    /// With so many electrons or fewer the shell below the valence is frozen: Li 1s, Na 2p, K 3p, Ca 3p, and the 3p of
    /// the early transition metals.
    private static final Map<String, Double> FEWEST_VALENCES = Map.ofEntries(
            Map.entry("Li", 1.0),
            Map.entry("Na", 1.0),
            Map.entry("K", 1.0),
            Map.entry("Ca", 2.0),
            Map.entry("Sc", 3.0),
            Map.entry("Ti", 4.0),
            Map.entry("V", 5.0),
            Map.entry("Cr", 6.0),
            Map.entry("Zr", 4.0),
            Map.entry("Nb", 5.0),
            Map.entry("Mo", 6.0));

    /// Measured with pw.x 6.7 in November 2026: -219 kbar at 100 Ry, +4 at 220, for the edge of 3.44 Angstrom.
    private static final double LITHIUM_EV = 220 * Units.EV_PER_RYDBERG;

    public Choice {
        byElement = Collections.unmodifiableSortedMap(new TreeMap<>(byElement));
        objections = List.copyOf(objections);
    }

    public static Choice of(Family family, Structure structure, Functional functional) {
        SortedMap<String, Pseudopotential> chosen = new TreeMap<>();
        List<String> objections = new ArrayList<>();
        structure.species().stream()
                .map(Element::symbol)
                .distinct()
                .sorted()
                .forEach(element -> choose(family, element, functional, chosen, objections));
        foreign(chosen, functional, objections);
        return new Choice(chosen, objections);
    }

    private static void choose(
            Family family,
            String element,
            Functional functional,
            SortedMap<String, Pseudopotential> chosen,
            List<String> objections) {
        List<Pseudopotential> candidates = family.candidates(element, functional);
        if (candidates.isEmpty()) {
            objections.add("There is no pseudopotential of " + element + " in " + described(family) + ".");
        } else if (candidates.size() > 1) {
            objections.add("There are several pseudopotentials of " + element + " in " + described(family) + ": "
                    + candidates.stream().map(Pseudopotential::fileName).collect(Collectors.joining(", "))
                    + "; name the file of each element, as in pseudopotentials: {" + element + ": FILE}.");
        } else {
            chosen.put(element, candidates.getFirst());
        }
    }

    /// Energies with potentials made for another functional, or for several, are of no theory.
    private static void foreign(
            SortedMap<String, Pseudopotential> chosen, Functional functional, List<String> objections) {
        boolean allFit = chosen.values().stream()
                .allMatch(one -> one.functional().filter(functional::equals).isPresent());
        if (!allFit) {
            objections.add("The pseudopotentials are not all made for " + functional.word() + ": "
                    + chosen.values().stream().map(Choice::withFunctional).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static String withFunctional(Pseudopotential one) {
        String name = one.functional().map(Functional::word).orElseGet(one::functionalSaid);
        return one.fileName() + " is " + name;
    }

    private static String described(Family family) {
        return switch (family) {
            case Family.Folder(var folder) -> folder.toString();
            case Family.Files(var byElement) ->
                "the files that were named (" + String.join(", ", byElement.keySet()) + ")";
            case Family.Gth(var file, String name) -> name + " of " + file;
        };
    }

    /// The largest factor by which a density is harder than its orbitals.
    public int densityFactor() {
        return byElement.values().stream()
                .mapToInt(one -> one.kind().densityFactor())
                .max()
                .orElse(Pseudopotential.Kind.NORM_CONSERVING.densityFactor());
    }

    /// Of those whose file asks for a higher cutoff than this, a sentence each.
    public List<String> harderThan(double cutoffEv) {
        return byElement.values().stream()
                .filter(one -> one.cutoffEv() > cutoffEv)
                .map(one ->
                        String.format(Locale.ROOT, "%s asks for a cutoff of %.0f eV", one.fileName(), one.cutoffEv()))
                .toList();
    }

    /// Of those that freeze shells which bond in most compounds of the element, a sentence each (rule W18).
    public List<String> withoutSemicore() {
        return byElement.values().stream()
                .filter(one -> one.valence() <= FEWEST_VALENCES.getOrDefault(one.element(), 0.0))
                .map(one -> String.format(
                        Locale.ROOT,
                        "%s treats %.0f electrons of %s: the shell below is frozen",
                        one.fileName(),
                        one.valence(),
                        one.element()))
                .toList();
    }

    /// Of the potentials that were fitted without a cutoff in mind, a sentence each on what was measured.
    public List<String> harderThanMeasured(double cutoffEv) {
        return byElement.values().stream()
                .filter(one -> one.content() instanceof Pseudopotential.Content.Converted
                        && one.element().equals("Li")
                        && one.valence() == 3
                        && cutoffEv < LITHIUM_EV)
                .map(one -> String.format(
                        Locale.ROOT,
                        "%s is hard: the pressure of bcc lithium is wrong by 220 kbar at 100 Ry and right from 220 Ry"
                                + " (%.0f eV) on",
                        one.fileName(),
                        LITHIUM_EV))
                .toList();
    }
}
