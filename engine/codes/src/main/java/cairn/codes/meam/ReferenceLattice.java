package cairn.codes.meam;

/// The crystal in which an element obeys Rose's equation of state.
enum ReferenceLattice {
    /// The second neighbours are screened by four first neighbours each.
    BCC(8, 6, 2 / Math.sqrt(3), 4, 0, Math.sqrt(3) / 2),
    /// The shape factor is that of the third partial density (B92).
    DIAMOND(4, 12, Math.sqrt(8.0 / 3), 1, 32.0 / 9, Math.sqrt(3) / 4);

    final int firstNeighbours;
    final int secondNeighbours;

    /// Second-neighbour distance over first-neighbour distance.
    final double distanceRatio;

    /// How many first neighbours stand between an atom and its second neighbour.
    final int screeningAtoms;

    /// The third partial density squared over the atomic one squared; the first and second vanish.
    final double thirdShapeFactor;

    /// First-neighbour distance over lattice constant.
    final double distancePerLatticeConstant;

    ReferenceLattice(
            int firstNeighbours,
            int secondNeighbours,
            double distanceRatio,
            int screeningAtoms,
            double thirdShapeFactor,
            double distancePerLatticeConstant) {
        this.firstNeighbours = firstNeighbours;
        this.secondNeighbours = secondNeighbours;
        this.distanceRatio = distanceRatio;
        this.screeningAtoms = screeningAtoms;
        this.thirdShapeFactor = thirdShapeFactor;
        this.distancePerLatticeConstant = distancePerLatticeConstant;
    }

    /// The screening of a second neighbour by first neighbours in the crystal (package equations 1 and 2).
    double secondNeighbourScreening(ScreeningLimits limits) {
        double ellipse = 4 / (distanceRatio * distanceRatio) - 1;
        return Math.pow(limits.screening(ellipse), screeningAtoms);
    }
}
