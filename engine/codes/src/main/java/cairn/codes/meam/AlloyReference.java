package cairn.codes.meam;

/// Two elements in their common reference crystal L1_2, three atoms of the first to one of the second (C):
/// the pair function between the two with which the crystal has the energy of Rose's equation of state.
final class AlloyReference {
    private static final double DISTANCE_RATIO = Math.sqrt(2);

    private final ElementReference major;
    private final ElementReference minor;
    private final Rose rose;
    private final double majorScreening;
    private final double minorScreening;

    AlloyReference(ElementReference major, ElementReference minor, MeamParameters parameters) {
        this.major = major;
        this.minor = minor;
        this.rose = parameters.alloy();
        MeamElement a = major.element();
        MeamElement b = minor.element();
        // On the face diagonal, two atoms a apart are screened by two a and two b; two b by four a.
        double byMajor = parameters.screening(a, a, a).screening(1);
        double byMinor = parameters.screening(a, a, b).screening(1);
        this.majorScreening = byMajor * byMajor * byMinor * byMinor;
        this.minorScreening = Math.pow(parameters.screening(b, b, a).screening(1), 4);
    }

    /// The pair function at a distance in Angstrom, in eV.
    double pairFunction(double r) {
        double second = DISTANCE_RATIO * r;
        return firstNeighbourPairFunction(r)
                - 0.75 * majorScreening * major.pairFunction(second)
                - 0.25 * minorScreening * minor.pairFunction(second);
    }

    private double firstNeighbourPairFunction(double r) {
        double aroundMajor = zerothDensityAroundMajor(r);
        double aroundMinor = zerothDensityAroundMinor(r);
        if ((aroundMajor <= ElementReference.NOTHING && aroundMinor <= ElementReference.NOTHING) || r == 0) {
            return 0;
        }
        double majorEnergy = major.element()
                .embeddingEnergy(
                        aroundMajor * MeamElement.shape(gammaAroundMajor(r, aroundMajor)) / major.background());
        double minorEnergy = minor.element().embeddingEnergy(aroundMinor * MeamElement.shape(0) / minor.background());
        return rose.energy(r) / 3 - majorEnergy / 4 - minorEnergy / 12 - major.pairFunction(r);
    }

    private double zerothDensityAroundMajor(double r) {
        return 8 * major.element().atomicDensity(0, r)
                + 4 * minor.element().atomicDensity(0, r)
                + 6 * majorScreening * major.element().atomicDensity(0, DISTANCE_RATIO * r);
    }

    private double zerothDensityAroundMinor(double r) {
        return 12 * major.element().atomicDensity(0, r)
                + 6 * minorScreening * minor.element().atomicDensity(0, DISTANCE_RATIO * r);
    }

    /// Only the second partial density does not vanish by symmetry, and only around the majority atoms.
    private double gammaAroundMajor(double r, double zeroth) {
        if (zeroth < ElementReference.NOTHING) {
            return 0;
        }
        double difference =
                major.element().atomicDensity(2, r) - minor.element().atomicDensity(2, r);
        return major.element().weights().get(1) * 8 / 3 * difference * difference / (zeroth * zeroth);
    }
}
