package cairn.codes.output.vasp;

import cairn.codes.output.Line;
import java.util.Arrays;

/// Rows of numbers, one for each atom: the table of positions and forces.
final class AtomTable {
    private final double[] row;
    private double[] numbers = {};
    private int rows;
    private int broken;

    AtomTable(int columns) {
        this.row = new double[columns];
    }

    void clear() {
        rows = 0;
        broken = 0;
    }

    /// A row that holds stars or the like counts, but breaks the table.
    void take(Line line) {
        broken += line.numbers(0, row) == row.length ? 0 : 1;
        if ((rows + 1) * row.length > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * (rows + 1) * row.length);
        }
        System.arraycopy(row, 0, numbers, rows * row.length, row.length);
        rows++;
    }

    int rows() {
        return rows;
    }

    boolean isWhole(int atoms) {
        return rows == atoms && rows > 0 && broken == 0;
    }

    /// x, y, z of each row, from this column on.
    double[] triples(int column) {
        double[] triples = new double[3 * rows];
        for (int atom = 0; atom < rows; atom++) {
            System.arraycopy(numbers, atom * row.length + column, triples, 3 * atom, 3);
        }
        return triples;
    }
}
