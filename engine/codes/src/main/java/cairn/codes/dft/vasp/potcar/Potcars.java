package cairn.codes.dft.vasp.potcar;

import cairn.codes.dft.Functional;
import cairn.structure.Element;
import java.util.List;

/// A user's POTCARs, which of them each element has, and the functional that they must be made for.
public record Potcars(PotcarLibrary library, PotcarVariants variants, Functional functional) {
    /// Those of some atoms.
    public PotcarChoice of(List<Element> species) {
        return PotcarChoice.of(library, variants, species, functional);
    }
}
