package cairn.neb.algebra;

/// A rectangle of a matrix that lies row by row in an array: its first entry, and how far apart rows begin.
final class Block {
    private final double[] entries;
    private final int offset;
    private final int stride;
    private final int rows;
    private final int columns;

    private Block(double[] entries, int offset, int stride, int rows, int columns) {
        this.entries = entries;
        this.offset = offset;
        this.stride = stride;
        this.rows = rows;
        this.columns = columns;
    }

    static Block of(int rows, int columns, double[] entries) {
        return new Block(entries, 0, columns, rows, columns);
    }

    static Block zero(int rows, int columns) {
        return of(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    /// The rectangle of this size that begins at a row and a column.
    Block part(int row, int column, int height, int width) {
        return new Block(entries, at(row, column), stride, height, width);
    }

    /// Some rows, from side to side.
    Block band(int row, int height) {
        return part(row, 0, height, columns);
    }

    /// The same numbers in an array of their own.
    Block copy() {
        Block copy = zero(rows, columns);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(entries, at(row, 0), copy.entries, copy.at(row, 0), columns);
        }
        return copy;
    }

    int at(int row, int column) {
        return offset + row * stride + column;
    }

    /// The array that it lies in.
    double[] entries() {
        return entries;
    }

    /// Where its first entry is.
    int offset() {
        return offset;
    }

    int stride() {
        return stride;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }
}
