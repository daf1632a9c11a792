package cairn.codes.dft;

import cairn.structure.Cell;

/// Points of the Brillouin zone: a mesh that contains Gamma, given by itself or by the distance of its points.
public sealed interface KPoints {
    /// Points along each reciprocal lattice vector.
    record Mesh(int a, int b, int c) implements KPoints {
        public Mesh {
            if (a < 1 || b < 1 || c < 1) {
                throw new IllegalArgumentException("no mesh: " + a + " " + b + " " + c);
            }
        }

        public boolean isGamma() {
            return a == 1 && b == 1 && c == 1;
        }
    }

    /// Points no farther from each other than this, 1/Angstrom, with the factor 2 pi in it (as in VASP's KSPACING).
    record Spacing(double perAngstrom) implements KPoints {
        public Spacing {
            if (!(perAngstrom > 0)) {
                throw new IllegalArgumentException("no distance of k-points: " + perAngstrom);
            }
        }
    }

    /// The mesh in a cell: a function of the cell alone, so that the same structure always gets the same points.
    default Mesh in(Cell cell) {
        return switch (this) {
            case Mesh mesh -> mesh;
            case Spacing(double spacing) ->
                new Mesh(points(cell, 0, spacing), points(cell, 1, spacing), points(cell, 2, spacing));
        };
    }

    /// A reciprocal lattice vector is as long as 2 pi over the height of the cell along it. The last digits of a cell
    /// must not decide about a point more.
    private static int points(Cell cell, int vector, double spacing) {
        double exact = 2 * Math.PI / cell.height(vector) / spacing;
        return Math.max(1, (int) Math.ceil(exact - 1e-6));
    }
}
