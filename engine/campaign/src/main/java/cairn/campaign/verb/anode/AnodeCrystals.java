package cairn.campaign.verb.anode;

import cairn.analysis.anode.Swelling;
import cairn.analysis.anode.Uptake;
import cairn.structure.Composition;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The crystal of a host, and those that it becomes when ions go in (none: they are not known).
record AnodeCrystals(Element ion, Structure host, List<Structure> products) {
    AnodeCrystals {
        products = List.copyOf(products);
    }

    Composition unit() {
        return host.composition().reduced();
    }

    Optional<Uptake> uptake() {
        return Uptake.of(
                host.composition(),
                products.stream().map(Structure::composition).toList(),
                ion);
    }

    /// Angstrom^3 of one formula unit of a crystal.
    private static double unitVolume(Structure crystal) {
        return crystal.cell().volume()
                * crystal.composition().reduced().total()
                / crystal.composition().total();
    }

    /// What one formula unit of the host takes up of room once its ions are in, Angstrom^3.
    double volumeWithIons(Uptake uptake) {
        return uptake.ofProducts(product -> products.stream()
                .filter(crystal -> crystal.composition().reduced().equals(product))
                .mapToDouble(AnodeCrystals::unitVolume)
                .min()
                .orElseThrow());
    }

    Swelling swelling(Uptake uptake) {
        return new Swelling(unitVolume(host), volumeWithIons(uptake));
    }

    /// Such as `Li17Si4 + Mg`.
    String words() {
        return products.stream()
                .map(crystal -> crystal.composition().reducedFormula())
                .collect(Collectors.joining(" + "));
    }
}
