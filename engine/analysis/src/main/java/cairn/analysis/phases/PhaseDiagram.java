package cairn.analysis.phases;

import cairn.structure.Composition;
import cairn.structure.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Phases of some elements, the lower convex hull of their formation energies, and how far each lies above it.
public final class PhaseDiagram {
    /// A phase closer to the hull of all others, eV per atom, is not told from a mixture of them: rounding.
    private static final double AT_THE_HULL = 1e-9;

    private final List<Phase> phases;
    private final List<Element> elements;
    /// The lowest phase of each composition.
    private final SequencedMap<Composition, Phase> lowest;

    private PhaseDiagram(List<Phase> phases) {
        this.phases = List.copyOf(phases);
        this.elements = elements(phases);
        this.lowest = new LinkedHashMap<>();
        phases.forEach(phase -> lowest.merge(
                phase.composition().reduced(),
                phase,
                (one, other) -> other.energyPerAtomEv() < one.energyPerAtomEv() ? other : one));
    }

    /// A diagram of these phases.
    ///
    /// @throws IllegalArgumentException if there are [#objections] to them
    public static PhaseDiagram of(List<Phase> phases) {
        objections(phases).stream().findFirst().ifPresent(objection -> {
            throw new IllegalArgumentException(objection.what() + " " + objection.advice());
        });
        return new PhaseDiagram(phases);
    }

    /// Why phases make no diagram; empty if they do.
    public static List<Objection> objections(List<Phase> phases) {
        List<Objection> objections = new ArrayList<>();
        if (phases.isEmpty()) {
            objections.add(new Objection("", "There are no phases.", "Name a step over at least one structure."));
        }
        unlike(phases).ifPresent(objections::add);
        for (Element element : elements(phases)) {
            if (phases.stream()
                    .noneMatch(phase -> phase.isElement() && phase.composition().count(element) > 0)) {
                objections.add(new Objection(
                        "E6",
                        "There is no reference for " + element.symbol()
                                + ": formation energies are relative to the elements.",
                        "Add a crystal of " + element.symbol() + " to the structures, computed in the same way."));
            }
        }
        return objections;
    }

    /// Two phases whose energies must not be subtracted from each other, if there are such.
    public static Optional<Objection> unlike(List<Phase> phases) {
        return phases.stream()
                .filter(phase -> !phase.fingerprint().equals(phases.getFirst().fingerprint()))
                .findFirst()
                .map(other -> new Objection(
                        "E1",
                        "Energies that were computed differently are never subtracted: " + computed(phases.getFirst())
                                + ", but " + computed(other) + ".",
                        "Compute all phases with one code and one set of settings."));
    }

    private static String computed(Phase phase) {
        return phase.words() + " with " + phase.fingerprint();
    }

    private static List<Element> elements(List<Phase> phases) {
        return phases.stream()
                .flatMap(phase -> phase.composition().counts().keySet().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Element::atomicNumber))
                .toList();
    }

    /// In the order in which they were given.
    public List<Phase> phases() {
        return phases;
    }

    /// By atomic number.
    public List<Element> elements() {
        return elements;
    }

    /// The lowest phase of an element.
    public Phase reference(Element element) {
        return lowest(Composition.of(List.of(element))).orElseThrow();
    }

    /// The lowest phase of a composition, whatever multiple of it is given.
    public Optional<Phase> lowest(Composition composition) {
        return Optional.ofNullable(lowest.get(composition.reduced()));
    }

    public double formationEnergyEvPerAtom(Phase phase) {
        double ofElements = phase.composition().counts().entrySet().stream()
                .mapToDouble(part -> part.getValue() * reference(part.getKey()).energyPerAtomEv())
                .sum();
        return (phase.energyEv() - ofElements) / phase.composition().total();
    }

    /// Never negative: the hull is the hull of all phases.
    public double energyAboveHullEvPerAtom(Phase phase) {
        double hull = decomposition(phase.composition()).formationEnergyEvPerAtom();
        return Math.max(0, formationEnergyEvPerAtom(phase) - hull);
    }

    /// What a composition of the diagram's elements is made of at 0 K.
    public Decomposition decomposition(Composition composition) {
        return decomposition(composition, new ArrayList<>(lowest.values()));
    }

    private Decomposition decomposition(Composition composition, List<Phase> among) {
        return decomposition(among, hull(among).at(fractions(composition)));
    }

    private static Decomposition decomposition(List<Phase> among, LowerHull.Mixture mixture) {
        return new Decomposition(
                mixture.parts().stream()
                        .map(part -> new Decomposition.Share(among.get(part.point()), part.share()))
                        .toList(),
                mixture.height());
    }

    /// The hull along the straight line from one composition to another.
    public Tieline between(Composition from, Composition to) {
        List<Phase> among = new ArrayList<>(lowest.values());
        LowerHull hull = hull(among);
        return Tieline.of(hull, fractions(from), fractions(to), mixture -> decomposition(among, mixture));
    }

    /// Whether a phase is a vertex of the hull: it lies below every mixture of the others.
    public boolean isStable(Phase phase) {
        return isLowest(phase)
                && (phase.isElement() || formationEnergyEvPerAtom(phase) < withoutEv(phase) - AT_THE_HULL);
    }

    private boolean isLowest(Phase phase) {
        return lowest(phase.composition()).filter(phase::equals).isPresent();
    }

    /// The hull of all other compositions where this phase lies, eV per atom.
    private double withoutEv(Phase phase) {
        List<Phase> others =
                lowest.values().stream().filter(other -> !other.equals(phase)).toList();
        return decomposition(phase.composition(), others).formationEnergyEvPerAtom();
    }

    /// The vertices of the hull, in the order in which they were given.
    public List<Phase> stable() {
        return phases.stream().distinct().filter(this::isStable).toList();
    }

    private LowerHull hull(List<Phase> among) {
        double[][] fractions =
                among.stream().map(phase -> fractions(phase.composition())).toArray(double[][]::new);
        double[] heights =
                among.stream().mapToDouble(this::formationEnergyEvPerAtom).toArray();
        return new LowerHull(fractions, heights);
    }

    private double[] fractions(Composition composition) {
        Map<Element, Integer> counts = composition.counts();
        if (!elements.containsAll(counts.keySet())) {
            throw new IllegalArgumentException(composition.formula() + " has elements beyond " + elements);
        }
        return elements.stream()
                .mapToDouble(element -> composition.count(element) / (double) composition.total())
                .toArray();
    }
}
