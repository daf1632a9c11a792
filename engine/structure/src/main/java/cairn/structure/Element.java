package cairn.structure;

import java.util.Optional;
import org.openscience.cdk.config.Elements;

/// A chemical element.
public record Element(int atomicNumber, String symbol) {
    public Element {
        boolean known = atomicNumber >= 1 && atomicNumber <= ElementTable.LAST;
        if (!known || !ElementTable.row(atomicNumber).symbol().equals(symbol)) {
            throw new IllegalArgumentException("element " + atomicNumber + " is not called " + symbol);
        }
    }

    /// The element of a symbol such as `Li`, if there is one.
    public static Optional<Element> ofSymbol(String symbol) {
        Elements known = Elements.ofString(symbol);
        if (known == Elements.Unknown || !known.symbol().equals(symbol)) {
            return Optional.empty();
        }
        return Optional.of(new Element(known.number(), known.symbol()));
    }

    /// The element of an atomic number from 1 to 118, if it is one.
    public static Optional<Element> ofNumber(int atomicNumber) {
        if (atomicNumber < 1 || atomicNumber > ElementTable.LAST) {
            return Optional.empty();
        }
        return Optional.of(
                new Element(atomicNumber, Elements.ofNumber(atomicNumber).symbol()));
    }

    /// The IUPAC standard atomic weight; for an element that has none, the mass number of its
    /// longest-lived isotope.
    public double massAmu() {
        return ElementTable.row(atomicNumber).massAmu();
    }

    /// The covalent radius of Cordero et al., Dalton Trans. 2008, 2832; past curium that of Pyykko and
    /// Atsumi, Chem. Eur. J. 15, 186 (2009).
    public double covalentRadiusAng() {
        return ElementTable.row(atomicNumber).covalentRadiusAng();
    }
}
