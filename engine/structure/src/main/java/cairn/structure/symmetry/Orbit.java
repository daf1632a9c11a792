package cairn.structure.symmetry;

import cairn.structure.Cell;
import cairn.structure.Fraction;
import java.util.ArrayList;
import java.util.List;

/// All positions that a space group makes of one site.
public record Orbit(List<Fraction> positions) {
    /// Images closer than this (Angstrom) are one atom on a special position whose coordinates were rounded:
    /// 0.333 for 1/3 is off by 0.01 Angstrom in a cell of 10, and no two atoms are ever this close.
    public static final double MERGE_ANG = 0.1;

    public Orbit {
        positions = List.copyOf(positions);
    }

    /// The site itself, as given, and then its images in the order of the operations, each wrapped into
    /// [0, 1); an image that falls on an earlier one is that one.
    public static Orbit of(Fraction site, List<SymmetryOperation> operations, Cell cell) {
        List<Fraction> positions = new ArrayList<>(List.of(site));
        for (SymmetryOperation operation : operations) {
            Fraction image = operation.apply(site).wrapped();
            if (positions.stream().noneMatch(known -> cell.distance(known, image) < MERGE_ANG)) {
                positions.add(image);
            }
        }
        return new Orbit(positions);
    }
}
