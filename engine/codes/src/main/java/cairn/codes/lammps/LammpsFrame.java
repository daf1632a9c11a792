package cairn.codes.lammps;

import cairn.structure.Cell;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;

/// The frame that LAMMPS wants a cell in: lattice vector a along x, b in the xy plane, c upwards ("Triclinic
/// (non-orthogonal) simulation boxes" of its manual).
///
/// The rows of `axes` are the frame's unit vectors in our coordinates, so r' = axes r. They are orthonormal by
/// construction (Gram-Schmidt on a, b, c), with the determinant -1 for a left-handed cell: energies do not change
/// under a mirror. For a cell that lies right already the axes are exactly the unit matrix, and nothing is rounded.
final class LammpsFrame {
    private final double[] axes;

    private LammpsFrame(double[] axes) {
        this.axes = axes;
    }

    static LammpsFrame of(Cell cell) {
        double[] axes = cell.toArray();
        normalize(axes, 0);
        removeComponent(axes, 1, 0);
        normalize(axes, 1);
        removeComponent(axes, 2, 0);
        removeComponent(axes, 2, 1);
        normalize(axes, 2);
        return new LammpsFrame(axes);
    }

    /// A structure as LAMMPS sees it.
    Structure enter(Structure ours) {
        double[] rows = turned(ours.cell().toArray(), true);
        rows[1] = 0; // what rounding leaves above the diagonal
        rows[2] = 0;
        rows[5] = 0;
        return ours.withCell(Cell.of(rows), Positions.of(turned(ours.positions().toArray(), true)));
    }

    Cell leave(Cell theirs) {
        return Cell.of(turned(theirs.toArray(), false));
    }

    Positions leave(Positions theirs) {
        return Positions.of(turned(theirs.toArray(), false));
    }

    Forces leave(Forces theirs) {
        return Forces.of(turned(theirs.toArray(), false));
    }

    /// A tensor turns on both sides: axes^T s axes.
    Stress leave(Stress theirs) {
        return switch (theirs) {
            case Stress.NotGiven none -> none;
            case Stress.Tensor(double xx, double yy, double zz, double yz, double xz, double xy) -> {
                double[] once = turned(new double[] {xx, xy, xz, xy, yy, yz, xz, yz, zz}, false);
                double[] twice = turned(transposed(once), false);
                yield new Stress.Tensor(twice[0], twice[4], twice[8], twice[5], twice[2], twice[1]);
            }
        };
    }

    /// Every vector of three, turned into the frame or back out of it.
    private double[] turned(double[] vectors, boolean into) {
        double[] turned = new double[vectors.length];
        for (int v = 0; v < vectors.length; v += 3) {
            for (int axis = 0; axis < 3; axis++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += vectors[v + k] * (into ? axes[3 * axis + k] : axes[3 * k + axis]);
                }
                turned[v + axis] = sum;
            }
        }
        return turned;
    }

    private static double[] transposed(double[] m) {
        return new double[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
    }

    private static void normalize(double[] rows, int row) {
        double norm = Math.sqrt(dot(rows, row, row));
        for (int k = 0; k < 3; k++) {
            rows[3 * row + k] /= norm;
        }
    }

    private static void removeComponent(double[] rows, int from, int along) {
        double component = dot(rows, from, along);
        for (int k = 0; k < 3; k++) {
            rows[3 * from + k] -= component * rows[3 * along + k];
        }
    }

    private static double dot(double[] rows, int one, int other) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += rows[3 * one + k] * rows[3 * other + k];
        }
        return sum;
    }
}
