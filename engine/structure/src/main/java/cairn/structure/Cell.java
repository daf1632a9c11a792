package cairn.structure;

import java.util.Arrays;

/// A periodic cell: three lattice vectors a, b, c as rows, in Angstrom; periodic along all of them.
///
/// A molecule or a slab is given a cell with vacuum, as the plane-wave codes want it anyway.
public final class Cell {
    private final double[] rows;
    private final double[] inverse;
    private final double volume;
    private final Lattice lattice;

    private Cell(double[] rows) {
        if (rows.length != 9) {
            throw new IllegalArgumentException("a cell has nine components, got " + rows.length);
        }
        this.rows = Vectors.checked(rows, "lattice vectors");
        double determinant = determinant(rows);
        if (!(Math.abs(determinant) > 1e-6)) {
            throw new IllegalArgumentException("the lattice vectors lie in one plane");
        }
        this.volume = Math.abs(determinant);
        this.inverse = inverse(rows);
        this.lattice = new Lattice(rows);
    }

    /// A cell from ax, ay, az, bx, by, bz, cx, cy, cz.
    public static Cell of(double... rows) {
        return new Cell(rows);
    }

    /// A cell from lengths and angles; a along x, b in the xy plane, right-handed.
    public static Cell of(LatticeParameters parameters) {
        return parameters.toCell();
    }

    /// The cell of lengths a, b, c; a along x, b in the xy plane.
    public static Cell orthorhombic(double a, double b, double c) {
        return of(a, 0, 0, 0, b, 0, 0, 0, c);
    }

    /// In Angstrom^3.
    public double volume() {
        return volume;
    }

    /// Component `axis` (0 x, 1 y, 2 z) of lattice vector `vector` (0 a, 1 b, 2 c).
    public double component(int vector, int axis) {
        return rows[3 * vector + axis];
    }

    public double length(int vector) {
        return Math.sqrt(dot(vector, vector));
    }

    /// The angle between two lattice vectors, in degrees.
    public double angleDegrees(int one, int other) {
        return Math.toDegrees(Math.acos(dot(one, other) / (length(one) * length(other))));
    }

    /// A copy of ax, ay, az, bx, by, bz, cx, cy, cz.
    public double[] toArray() {
        return rows.clone();
    }

    /// Cartesian coordinates (Angstrom) of a point given in fractions of the lattice vectors.
    public double[] cartesian(double... fraction) {
        return times(fraction, rows);
    }

    /// Fractions of the lattice vectors of a point given in Cartesian coordinates (Angstrom).
    public double[] fractional(double... cartesian) {
        return times(cartesian, inverse);
    }

    /// Cartesian coordinates (Angstrom) of a point given in fractions.
    public double[] cartesian(Fraction fraction) {
        return cartesian(fraction.a(), fraction.b(), fraction.c());
    }

    /// The fraction of a point given in Cartesian coordinates (Angstrom).
    public Fraction fraction(double... cartesian) {
        double[] fraction = fractional(cartesian);
        return new Fraction(fraction[0], fraction[1], fraction[2]);
    }

    /// The lengths and angles; they know nothing of how the cell lies in space.
    public LatticeParameters parameters() {
        return new LatticeParameters(
                length(0), length(1), length(2), angleDegrees(1, 2), angleDegrees(0, 2), angleDegrees(0, 1));
    }

    /// Whether c lies on the side of a x b; lengths and angles alone always mean a right-handed cell.
    public boolean isRightHanded() {
        return determinant(rows) > 0;
    }

    /// The distance (Angstrom) between the two faces that lattice vector `vector` connects.
    public double height(int vector) {
        double x = inverse[vector];
        double y = inverse[3 + vector];
        double z = inverse[6 + vector];
        return 1 / Math.sqrt(x * x + y * y + z * z);
    }

    /// The shortest of all vectors that differ from the given one (Angstrom) by a lattice vector. Right for
    /// any cell, however skewed, which rounding the fractions is not.
    public double[] minimumImage(double... displacement) {
        return lattice.closest(displacement);
    }

    /// The distance (Angstrom) between two points, or rather between their closest images.
    public double distance(Fraction from, Fraction to) {
        double[] d = minimumImage(cartesian(to.a() - from.a(), to.b() - from.b(), to.c() - from.c()));
        return Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
    }

    /// The length (Angstrom) of the shortest lattice vector: how far an atom is from its own closest image.
    public double shortestLatticeVector() {
        return lattice.shortest();
    }

    private double dot(int one, int other) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            sum += component(one, axis) * component(other, axis);
        }
        return sum;
    }

    static double[] times(double[] row, double[] matrix) {
        double[] product = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            product[axis] = row[0] * matrix[axis] + row[1] * matrix[3 + axis] + row[2] * matrix[6 + axis];
        }
        return product;
    }

    private static double determinant(double[] m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }

    static double[] inverse(double[] m) {
        double determinant = determinant(m);
        double[] cofactors = {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
        for (int i = 0; i < 9; i++) {
            cofactors[i] /= determinant;
        }
        return cofactors;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell that && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rows);
    }

    @Override
    public String toString() {
        return "Cell" + Arrays.toString(rows);
    }
}
