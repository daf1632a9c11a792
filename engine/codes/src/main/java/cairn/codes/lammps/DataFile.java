package cairn.codes.lammps;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.List;

/// The file that `read_data` reads: a triclinic box, and the atoms with their types in the order of [#species].
final class DataFile {
    static final String NAME = "structure.data";

    private DataFile() {}

    /// The symbols in a structure, sorted: type 1 is the first of them.
    static List<String> species(Structure structure) {
        return structure.species().stream()
                .map(Element::symbol)
                .distinct()
                .sorted()
                .toList();
    }

    /// A structure that lies in the [LammpsFrame] already. Numbers are printed so that they read back exactly.
    static String of(Structure framed) {
        List<String> species = species(framed);
        StringBuilder text = new StringBuilder("A structure, written by Cairn (Angstrom)\n\n");
        text.append(framed.count()).append(" atoms\n");
        text.append(species.size()).append(" atom types\n");
        box(text, framed.cell());
        text.append("\nAtoms # atomic\n\n");
        for (int atom = 0; atom < framed.count(); atom++) {
            int type = 1 + species.indexOf(framed.species().get(atom).symbol());
            text.append(atom + 1).append(' ').append(type);
            coordinates(text, framed.positions(), atom);
        }
        return text.toString();
    }

    private static void box(StringBuilder text, Cell cell) {
        text.append("0.0 ").append(cell.component(0, 0)).append(" xlo xhi\n");
        text.append("0.0 ").append(cell.component(1, 1)).append(" ylo yhi\n");
        text.append("0.0 ").append(cell.component(2, 2)).append(" zlo zhi\n");
        text.append(cell.component(1, 0)).append(' ');
        text.append(cell.component(2, 0)).append(' ');
        text.append(cell.component(2, 1)).append(" xy xz yz\n");
    }

    private static void coordinates(StringBuilder text, Positions positions, int atom) {
        text.append(' ').append(positions.x(atom));
        text.append(' ').append(positions.y(atom));
        text.append(' ').append(positions.z(atom)).append('\n');
    }
}
