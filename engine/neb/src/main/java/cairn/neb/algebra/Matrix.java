package cairn.neb.algebra;

import java.util.Objects;

/// A real matrix, kept row by row in one array.
///
/// It takes the array over that it is made of, and lends it to whoever asks for [#entries()]: nobody changes it any
/// more. That is a promise and not a copy, because a covariance matrix may be a third of the memory of a machine. No
/// method of [Algebra] changes a matrix that it is given.
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] entries;
    private final boolean transposed;

    private Matrix(int rows, int columns, double[] entries, boolean transposed) {
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
        this.transposed = transposed;
    }

    /// The matrix of these entries, row by row; takes the array over.
    public static Matrix of(int rows, int columns, double... entries) {
        if (rows < 0 || columns < 0 || entries.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "a matrix of " + rows + " x " + columns + " has not " + entries.length + " entries");
        }
        return new Matrix(rows, columns, entries, false);
    }

    /// The square matrix of these entries, row by row; takes the array over.
    public static Matrix square(int order, double... entries) {
        return of(order, order, entries);
    }

    public static Matrix zero(int rows, int columns) {
        return of(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    public static Matrix identity(int order) {
        Matrix identity = zero(order, order);
        for (int i = 0; i < order; i++) {
            identity.entries[i * order + i] = 1;
        }
        return identity;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public boolean isSquare() {
        return rows == columns;
    }

    public double at(int row, int column) {
        Objects.checkIndex(row, rows);
        Objects.checkIndex(column, columns);
        return transposed ? entries[column * rows + row] : entries[row * columns + column];
    }

    /// The transpose: a view on the same array.
    public Matrix transposed() {
        return new Matrix(columns, rows, entries, !transposed);
    }

    /// The entries row by row: the array of the matrix itself, but for a transpose, which must be written out.
    public double[] entries() {
        return transposed ? Transposition.of(stored()).entries() : entries;
    }

    /// Whether [#stored()] is the transpose of this matrix.
    boolean isTransposed() {
        return transposed;
    }

    /// The array itself, row by row: this matrix, or the one that it is the transpose of.
    Block stored() {
        return transposed ? Block.of(columns, rows, entries) : Block.of(rows, columns, entries);
    }

    /// Row by row, on the array itself if it can be.
    Block block() {
        return Block.of(rows, columns, entries());
    }

    @Override
    public String toString() {
        return "Matrix[" + rows + " x " + columns + "]";
    }
}
