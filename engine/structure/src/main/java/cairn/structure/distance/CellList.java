package cairn.structure.distance;

import cairn.structure.Cell;
import cairn.structure.Fraction;
import cairn.structure.Structure;
import java.util.Arrays;

/// Atoms sorted into bins along the lattice vectors, each at least as high as the cutoff where the cell is
/// high enough for more than one.
///
/// Bins are parallelepipeds of the cell's own shape, so a skewed cell needs no special case: along each
/// vector the search goes as many bins as the cutoff spans, and a bin outside the cell is a bin inside it,
/// shifted by a lattice vector.
final class CellList {
    /// Keeps the bins of a sparse structure (a molecule in a large box) from outnumbering its atoms.
    private static final int MAX_BINS_PER_VECTOR = 128;

    private final Cell cell;
    private final double cutoff;
    private final int[] bins = new int[3];
    private final int[] reach = new int[3];
    private final double[] wrapped;
    private final int[] binOfAtom;
    private final int[] firstOfBin;
    private final int[] sorted;

    CellList(Structure structure, double cutoff) {
        if (!(cutoff > 0) || Double.isInfinite(cutoff)) {
            throw new IllegalArgumentException("a cutoff must be positive, got " + cutoff);
        }
        this.cell = structure.cell();
        this.cutoff = cutoff;
        for (int k = 0; k < 3; k++) {
            bins[k] = Math.clamp((long) (cell.height(k) / cutoff), 1, mostBins(structure.count()));
            reach[k] = (int) Math.ceil(cutoff * bins[k] / cell.height(k));
        }
        this.wrapped = new double[3 * structure.count()];
        this.binOfAtom = new int[structure.count()];
        place(structure);
        this.firstOfBin = firstOfBin();
        this.sorted = sorted();
    }

    void forEachPair(Neighbours.PairVisitor visitor) {
        for (int atom = 0; atom < binOfAtom.length; atom++) {
            visitFrom(atom, visitor);
        }
    }

    private static int mostBins(int count) {
        return Math.min(MAX_BINS_PER_VECTOR, 1 + (int) Math.cbrt(8.0 * count));
    }

    private void place(Structure structure) {
        for (int atom = 0; atom < binOfAtom.length; atom++) {
            Fraction fraction = structure.fraction(atom).wrapped();
            System.arraycopy(cell.cartesian(fraction), 0, wrapped, 3 * atom, 3);
            binOfAtom[atom] = index(
                    (int) (fraction.a() * bins[0]), (int) (fraction.b() * bins[1]), (int) (fraction.c() * bins[2]));
        }
    }

    private int index(int a, int b, int c) {
        return (a * bins[1] + b) * bins[2] + c;
    }

    private int[] firstOfBin() {
        int[] first = new int[bins[0] * bins[1] * bins[2] + 1];
        for (int bin : binOfAtom) {
            first[bin + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }

    private int[] sorted() {
        int[] next = firstOfBin.clone();
        int[] atoms = new int[binOfAtom.length];
        for (int atom = 0; atom < atoms.length; atom++) {
            atoms[next[binOfAtom[atom]]++] = atom;
        }
        return atoms;
    }

    private void visitFrom(int atom, Neighbours.PairVisitor visitor) {
        int a = binOfAtom[atom] / (bins[1] * bins[2]);
        int b = binOfAtom[atom] / bins[2] % bins[1];
        int c = binOfAtom[atom] % bins[2];
        for (int i = a - reach[0]; i <= a + reach[0]; i++) {
            for (int j = b - reach[1]; j <= b + reach[1]; j++) {
                for (int k = c - reach[2]; k <= c + reach[2]; k++) {
                    visitBin(atom, i, j, k, visitor);
                }
            }
        }
    }

    private void visitBin(int atom, int i, int j, int k, Neighbours.PairVisitor visitor) {
        int a = Math.floorDiv(i, bins[0]);
        int b = Math.floorDiv(j, bins[1]);
        int c = Math.floorDiv(k, bins[2]);
        int bin = index(i - a * bins[0], j - b * bins[1], k - c * bins[2]);
        if (firstOfBin[bin] == firstOfBin[bin + 1]) {
            return;
        }
        double[] shift = cell.cartesian(a, b, c);
        boolean home = a == 0 && b == 0 && c == 0;
        for (int n = firstOfBin[bin]; n < firstOfBin[bin + 1]; n++) {
            int other = sorted[n];
            if (other > atom || (other == atom && !home)) {
                visitPair(atom, other, shift, visitor);
            }
        }
    }

    private void visitPair(int atom, int other, double[] shift, Neighbours.PairVisitor visitor) {
        double dx = wrapped[3 * other] - wrapped[3 * atom] + shift[0];
        double dy = wrapped[3 * other + 1] - wrapped[3 * atom + 1] + shift[1];
        double dz = wrapped[3 * other + 2] - wrapped[3 * atom + 2] + shift[2];
        double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
        if (distance <= cutoff) {
            visitor.visit(atom, other, distance);
        }
    }
}
