package cairn.campaign.verb.alloy;

import cairn.analysis.finding.Finding;
import cairn.structure.Element;
import cairn.structure.Structure;
import cairn.structure.distance.Neighbours;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What an expert objects to in the reference of an element: it must be the condensed element, not lone atoms.
final class ReferenceFindings {
    /// In crystals of the elements the closest atoms are 0.9 to 1.25 times the sum of their covalent radii apart.
    private static final double APART = 1.6;

    private ReferenceFindings() {}

    static List<Finding> of(List<Structure> structures) {
        return structures.stream().flatMap(ReferenceFindings::of).toList();
    }

    private static Stream<Finding> of(Structure structure) {
        if (structure.composition().counts().size() > 1) {
            return Stream.empty();
        }
        Element element = structure.species().getFirst();
        double closest = Neighbours.closest(structure).distanceAng();
        double bond = 2 * element.covalentRadiusAng();
        return closest <= APART * bond
                ? Stream.empty()
                : Stream.of(Finding.blocks(
                        "E6",
                        String.format(
                                Locale.ROOT,
                                "The reference of %s is of lone atoms: the closest two are %.2f Angstrom apart, a bond"
                                        + " has %.2f. Take the crystal.",
                                element.symbol(),
                                closest,
                                bond)));
    }
}
