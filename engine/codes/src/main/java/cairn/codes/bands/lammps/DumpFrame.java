package cairn.codes.bands.lammps;

import cairn.codes.bands.Numbers;
import cairn.structure.Cell;
import cairn.structure.format.FormatException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The last whole snapshot of a dump, atoms in the order of their ids.
///
///     frame  := "ITEM: TIMESTEP" int
///               ["ITEM: UNITS" word] ["ITEM: TIME" number]
///               "ITEM: NUMBER OF ATOMS" int
///               "ITEM: BOX BOUNDS" [xy xz yz] [boundaries], three lines of bounds
///               "ITEM: ATOMS" names, one line for each atom
///
/// Positions are the columns xu yu zu, x y z, xsu ysu zsu or xs ys zs, whichever come first in this order; scaled ones
/// are fractions of the cell. Forces are fx fy fz. Lengths and forces are in the units of the run.
record DumpFrame(long step, Cell cell, List<Atom> atoms) {
    /// One atom: `element` and `forces` are empty if the dump has no such column.
    record Atom(int id, int type, String element, List<Double> position, List<Double> force) {}

    DumpFrame {
        atoms = List.copyOf(atoms);
    }

    boolean hasForces() {
        return atoms.stream().noneMatch(atom -> atom.force().isEmpty());
    }

    static boolean isOne(String head) {
        return head.startsWith("ITEM: TIMESTEP") || head.startsWith("ITEM: UNITS");
    }

    static DumpFrame last(String file, List<String> lines) {
        int end = lines.size();
        for (int start = lines.size() - 1; start >= 0; start--) {
            if (lines.get(start).startsWith("ITEM: TIMESTEP")) {
                Reader reader = new Reader(lines.subList(start, end));
                if (reader.isWhole()) {
                    return reader.frame(file);
                }
                end = start;
            }
        }
        throw new FormatException(
                file,
                FormatException.WHOLE_FILE,
                "the dump holds no whole snapshot",
                "give the file as LAMMPS wrote it");
    }

    private static final class Reader {
        private final List<String> lines;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        private int item(String name) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith("ITEM: " + name)) {
                    return i;
                }
            }
            return -1;
        }

        private int count() {
            int at = item("NUMBER OF ATOMS");
            double[] count = at < 0 || at + 1 >= lines.size() ? new double[0] : Numbers.in(lines.get(at + 1));
            return count.length == 1 && count[0] > 0 ? (int) count[0] : Integer.MAX_VALUE;
        }

        boolean isWhole() {
            int atoms = item("ATOMS");
            return hasBounds() && atoms > 0 && lines.size() - 1 - atoms >= count();
        }

        private boolean hasBounds() {
            int box = item("BOX BOUNDS");
            return box > 0
                    && box + 4 <= lines.size()
                    && lines.subList(box + 1, box + 4).stream().allMatch(line -> Numbers.in(line).length >= 2);
        }

        DumpFrame frame(String file) {
            int box = item("BOX BOUNDS");
            double[] corner = new double[3];
            Cell cell = cell(lines.subList(box + 1, box + 4), corner);
            int heading = item("ATOMS");
            List<String> names = List.of(
                    lines.get(heading).substring("ITEM: ATOMS".length()).strip().split("\\s+"));
            List<Atom> atoms = new ArrayList<>();
            for (String line : lines.subList(heading + 1, heading + 1 + count())) {
                atoms.add(new AtomColumns(file, names).atom(line.strip().split("\\s+"), cell, corner));
            }
            atoms.sort(Comparator.comparingInt(Atom::id));
            return new DumpFrame((long) Numbers.of(lines.get(1).strip()), cell, atoms);
        }

        /// The bounds are xlo + min(0, xy, xz, xy + xz) and so on: "Triclinic simulation boxes" of the manual.
        private static Cell cell(List<String> bounds, double[] corner) {
            double[] x = Numbers.in(bounds.get(0));
            double[] y = Numbers.in(bounds.get(1));
            double[] z = Numbers.in(bounds.get(2));
            double xy = x.length > 2 ? x[2] : 0;
            double xz = y.length > 2 ? y[2] : 0;
            double yz = z.length > 2 ? z[2] : 0;
            corner[0] = x[0] - Math.min(Math.min(0, xy), Math.min(xz, xy + xz));
            corner[1] = y[0] - Math.min(0, yz);
            corner[2] = z[0];
            double xhi = x[1] - Math.max(Math.max(0, xy), Math.max(xz, xy + xz));
            double yhi = y[1] - Math.max(0, yz);
            return Cell.of(xhi - corner[0], 0, 0, xy, yhi - corner[1], 0, xz, yz, z[1] - z[0]);
        }
    }
}
