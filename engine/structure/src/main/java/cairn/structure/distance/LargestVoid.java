package cairn.structure.distance;

import cairn.structure.Fraction;
import cairn.structure.Structure;

/// The place in a periodic structure that is farthest from every atom: the middle of the largest sphere which holds
/// none.
///
/// @param at where, with fractions in [0, 1)
/// @param radiusAng the distance to the closest atom, Angstrom
public record LargestVoid(Fraction at, double radiusAng) {
    /// Voids whose radii differ by less, Angstrom, are equally large, so that rounding does not choose among equivalent
    /// places of a crystal.
    private static final double TIE = 1e-4;

    /// Finds it. Of equally large ones, as a crystal has, the one that comes first along a, then b, then c.
    public static LargestVoid in(Structure structure) {
        VoidGrid grid = VoidGrid.over(structure);
        LargestVoid best = new LargestVoid(new Fraction(0, 0, 0), 0);
        for (Fraction summit : grid.summits()) {
            LargestVoid top = climb(summit, grid);
            best = top.radiusAng > best.radiusAng + TIE ? top : best;
        }
        return best;
    }

    private static LargestVoid climb(Fraction from, VoidGrid grid) {
        VoidClimb climb = VoidClimb.from(grid.cell().cartesian(from), grid);
        return new LargestVoid(grid.cell().fraction(climb.place()).wrapped(), climb.radius());
    }
}
