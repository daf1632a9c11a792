package cairn.codes.dft.pseudo;

import cairn.codes.dft.Functional;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The pseudopotentials of a structure, one for each element, and what stands against them, in sentences.
public record Choice(SortedMap<String, Pseudopotential> byElement, List<String> objections) {
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
}
