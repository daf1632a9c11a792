package cairn.codes.bands.lammps;

import cairn.codes.bands.Numbers;
import cairn.structure.Cell;
import cairn.structure.format.FormatException;
import java.util.List;

/// What the columns of a dump mean.
record AtomColumns(String file, List<String> names) {
    private static final List<List<String>> CARTESIAN = List.of(List.of("xu", "yu", "zu"), List.of("x", "y", "z"));
    private static final List<List<String>> SCALED = List.of(List.of("xsu", "ysu", "zsu"), List.of("xs", "ys", "zs"));
    private static final List<String> FORCE = List.of("fx", "fy", "fz");

    DumpFrame.Atom atom(String[] words, Cell cell, double[] corner) {
        if (words.length < names.size()) {
            throw problem("an atom has " + words.length + " columns, the heading " + names.size());
        }
        int element = names.indexOf("element");
        List<Double> force = names.containsAll(FORCE) ? List.of(vector(words, FORCE)) : List.of();
        return new DumpFrame.Atom(
                (int) number(words, "id"),
                names.contains("type") ? (int) number(words, "type") : 1,
                element < 0 ? "" : words[element],
                List.of(position(words, cell, corner)),
                force);
    }

    private Double[] position(String[] words, Cell cell, double[] corner) {
        for (List<String> columns : CARTESIAN) {
            if (names.containsAll(columns)) {
                Double[] place = vector(words, columns);
                return new Double[] {place[0] - corner[0], place[1] - corner[1], place[2] - corner[2]};
            }
        }
        for (List<String> columns : SCALED) {
            if (names.containsAll(columns)) {
                Double[] fraction = vector(words, columns);
                double[] place = cell.cartesian(fraction[0], fraction[1], fraction[2]);
                return new Double[] {place[0], place[1], place[2]};
            }
        }
        throw problem("the dump has no positions");
    }

    private Double[] vector(String[] words, List<String> columns) {
        return columns.stream().map(column -> number(words, column)).toArray(Double[]::new);
    }

    private double number(String[] words, String column) {
        int at = names.indexOf(column);
        double number = at < 0 ? Double.NaN : Numbers.of(words[at]);
        if (!Double.isFinite(number)) {
            throw problem("the column " + column + " is missing or not a number");
        }
        return number;
    }

    private FormatException problem(String what) {
        return new FormatException(file, FormatException.WHOLE_FILE, what, "dump the columns: id type x y z fx fy fz");
    }
}
