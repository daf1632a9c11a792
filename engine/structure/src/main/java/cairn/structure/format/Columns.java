package cairn.structure.format;

import cairn.structure.Cell;
import cairn.structure.Forces;
import cairn.structure.Positions;

/// Three numbers as text, each with as many digits as it takes to read the same double back.
final class Columns {
    private Columns() {}

    static String row(Cell cell, int vector) {
        return row(cell.component(vector, 0), cell.component(vector, 1), cell.component(vector, 2));
    }

    static String row(Positions positions, int atom) {
        return row(positions.x(atom), positions.y(atom), positions.z(atom));
    }

    static String row(Forces forces, int atom) {
        return row(forces.x(atom), forces.y(atom), forces.z(atom));
    }

    static String row(double x, double y, double z) {
        return x + " " + y + " " + z;
    }
}
