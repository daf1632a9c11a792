package cairn.codes.meam;

/// An element in its reference crystal: the background density, and the pair function with which the crystal
/// has the energy of Rose's equation of state.
final class ElementReference {
    /// LB solve eq. 21 by a sum that fades by the density of ever farther neighbours; ten terms, as LAMMPS
    /// takes them (its documentation of `pair_style meam`), so that energies agree to all digits.
    private static final int TERMS = 10;

    /// Below this density the crystal is a gas, and the pair function is zero.
    static final double NOTHING = 1e-14;

    private final MeamElement element;
    private final double screening;
    private final double backgroundDensity;

    ElementReference(MeamElement element, ScreeningLimits limits) {
        this.element = element;
        this.screening = element.lattice().secondNeighbourScreening(limits);
        this.backgroundDensity = backgroundDensity();
    }

    MeamElement element() {
        return element;
    }

    /// The density of the crystal in equilibrium, over which densities are measured (package equation 6).
    double background() {
        return backgroundDensity;
    }

    /// The pair function at a distance in Angstrom, in eV (LB eq. 21).
    double pairFunction(double r) {
        ReferenceLattice lattice = element.lattice();
        double ratio = -lattice.secondNeighbours * screening / lattice.firstNeighbours;
        double sum = firstNeighbourPairFunction(r);
        for (int n = 1; n <= TERMS && ratio != 0; n++) {
            double farther = r * Math.pow(lattice.distanceRatio, n);
            sum += Math.pow(ratio, n) * firstNeighbourPairFunction(farther);
        }
        return sum;
    }

    /// (2 / Z) (E - F), as if only first neighbours interacted.
    private double firstNeighbourPairFunction(double r) {
        double zeroth = zerothDensity(r);
        if (zeroth <= NOTHING || r == 0) {
            return 0;
        }
        double third = element.atomicDensity(3, r);
        double gamma = gamma(third * third, zeroth);
        double embedded = element.embeddingEnergy(zeroth * MeamElement.shape(gamma) / backgroundDensity);
        return 2 * (element.rose().energy(r) - embedded) / element.lattice().firstNeighbours;
    }

    private double zerothDensity(double r) {
        ReferenceLattice lattice = element.lattice();
        return lattice.firstNeighbours * element.atomicDensity(0, r)
                + lattice.secondNeighbours * screening * element.atomicDensity(0, lattice.distanceRatio * r);
    }

    private double backgroundDensity() {
        double scale = element.densityScale();
        double firstNeighboursOnly = element.lattice().firstNeighbours * scale;
        double gamma = gamma(scale * scale, firstNeighboursOnly);
        return zerothDensity(element.rose().distance()) * MeamElement.shape(gamma);
    }

    /// Gamma of the reference crystal (package equation 5); only the third partial density can be non-zero.
    private double gamma(double thirdSquared, double zeroth) {
        return element.weights().get(2) * element.lattice().thirdShapeFactor * thirdSquared / (zeroth * zeroth);
    }
}
