package cairn.analysis.phases;

import cairn.structure.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Formation energies of Li-Si crystals (PBE), eV per atom: total energies of Oviedo et al., J. Phys. Chem. A 127, 2637
/// (2023), data repository CC-BY-SA-4.0, reduced to the elements of the same set.
public final class Published {
    public static final Fingerprint PBE = new Fingerprint("PBE of Oviedo 2023");

    public static final Map<String, Double> FORMATION_EV_PER_ATOM = new TreeMap<>(Map.of(
            "LiSi", -0.2057,
            "Li12Si7", -0.2582,
            "Li7Si3", -0.2643,
            "Li13Si4", -0.2564,
            "Li15Si4", -0.2427));

    /// Total energies of the elements in that set, eV per atom.
    private static final double LITHIUM = -1.8969;
    private static final double SILICON = -5.3985;

    private Published() {}

    /// The crystals with total energies, both elements among them.
    public static List<Phase> lithiumSilicon() {
        List<Phase> phases = new ArrayList<>(List.of(phase("Si", 0), phase("Li", 0)));
        FORMATION_EV_PER_ATOM.forEach((formula, energy) -> phases.add(phase(formula, energy)));
        return phases;
    }

    public static Phase phase(String formula, double formationEvPerAtom) {
        Composition composition = composition(formula);
        double elements = composition.counts().entrySet().stream()
                .mapToDouble(part -> part.getValue() * (part.getKey().symbol().equals("Li") ? LITHIUM : SILICON))
                .sum();
        return new Phase(formula, composition, elements + formationEvPerAtom * composition.total(), PBE);
    }

    public static Composition composition(String formula) {
        return Composition.ofFormula(formula).orElseThrow();
    }
}
