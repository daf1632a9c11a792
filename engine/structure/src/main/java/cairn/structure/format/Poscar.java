package cairn.structure.format;

import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// POSCAR and CONTCAR of VASP 5 and later, as the VASP wiki's page POSCAR has it:
///
///     comment
///     scale               one number; if negative, minus the cell's volume in Angstrom^3
///     ax ay az            three lines
///     Li Si               elements; a suffix such as _sv or /hash is the POTCAR's and ignored
///     15 4                how many of each
///     Selective dynamics  optional; first letter s or S
///     Direct              or Cartesian; first letter c, C, k or K
///     x y z [T T T]       one line an atom; F F F holds it fixed
///
/// Whatever follows the last atom (velocities, the state of the predictor-corrector) is not read. Atoms
/// keep their order: elements that alternate are written as several runs, which VASP and ASE accept.
public final class Poscar {
    private Poscar() {}

    /// @throws FormatException if the file does not say one structure clearly
    public static Structure read(Path path) {
        return parse(TextFiles.read(path), TextFiles.name(path));
    }

    public static void write(Path path, Structure structure) {
        TextFiles.write(path, format(structure));
    }

    /// Reads the text of a file called `file`, which only the messages use.
    public static Structure parse(String text, String file) {
        Lines lines = new Lines(file, text);
        lines.take("the comment");
        double scale = scale(lines);
        Cell unscaled = lines.takeCell();
        double factor = scale > 0 ? scale : Math.cbrt(-scale / unscaled.volume());
        Cell cell = scaled(unscaled, factor, lines);
        List<Element> species = species(lines);
        String mode = lines.take("Selective dynamics, Direct or Cartesian").strip();
        boolean selective = mode.toLowerCase(Locale.ROOT).startsWith("s");
        if (selective) {
            mode = lines.take("Direct or Cartesian").strip();
        }
        Coordinates coordinates = coordinates(mode, cell, factor, lines);
        return atoms(lines, cell, species, coordinates, selective);
    }

    /// The text of a POSCAR with Cartesian positions, so that every double reads back the same.
    public static String format(Structure structure) {
        StringBuilder text = new StringBuilder();
        text.append(structure.composition().formula()).append("\n1.0\n");
        for (int vector = 0; vector < 3; vector++) {
            text.append(Columns.row(structure.cell(), vector)).append('\n');
        }
        appendRuns(text, structure.species());
        boolean selective = structure.constraints().fixedCount() > 0;
        text.append(selective ? "Selective dynamics\n" : "").append("Cartesian\n");
        for (int atom = 0; atom < structure.count(); atom++) {
            text.append(Columns.row(structure.positions(), atom));
            text.append(selective ? flags(structure.constraints().isFixed(atom)) : "")
                    .append('\n');
        }
        return text.toString();
    }

    /// How three numbers on a line become a position.
    private sealed interface Coordinates {
        double[] position(double[] numbers);

        record Direct(Cell cell) implements Coordinates {
            @Override
            public double[] position(double[] numbers) {
                return cell.cartesian(numbers);
            }
        }

        record Cartesian(double scale) implements Coordinates {
            @Override
            public double[] position(double[] numbers) {
                return new double[] {scale * numbers[0], scale * numbers[1], scale * numbers[2]};
            }
        }
    }

    private static double scale(Lines lines) {
        String[] words = lines.takeWords("the scale");
        if (words.length != 1) {
            throw lines.problem("the second line holds " + words.length + " numbers", "give one scale, such as 1.0");
        }
        double scale = lines.number(words[0], "the scale");
        if (scale == 0) {
            throw lines.problem("the scale is zero", "give a scale such as 1.0, or minus the volume in Angstrom^3");
        }
        return scale;
    }

    private static Cell scaled(Cell cell, double factor, Lines lines) {
        double[] rows = cell.toArray();
        for (int i = 0; i < 9; i++) {
            rows[i] *= factor;
        }
        return lines.cell(rows);
    }

    private static List<Element> species(Lines lines) {
        String[] symbols = lines.takeWords("the elements");
        if (symbols.length == 0 || Character.isDigit(symbols[0].charAt(0))) {
            throw lines.problem(
                    "the sixth line does not name the elements, as VASP 4 files do not",
                    "insert a line such as 'Li Si' before the counts");
        }
        List<Element> kinds = new ArrayList<>();
        for (String symbol : symbols) {
            kinds.add(lines.element(symbol.replaceFirst("[_/].*", "")));
        }
        String[] counts = lines.takeWords("how many atoms of each element there are");
        if (counts.length != symbols.length) {
            throw lines.problem(
                    symbols.length + " elements, but " + counts.length + " counts", "give one count for each element");
        }
        return repeated(kinds, counts, lines);
    }

    private static List<Element> repeated(List<Element> kinds, String[] counts, Lines lines) {
        List<Element> species = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            species.addAll(Collections.nCopies(lines.atomCount(counts[i]), kinds.get(i)));
        }
        lines.atomCount(String.valueOf(species.size()));
        return species;
    }

    private static Coordinates coordinates(String mode, Cell cell, double factor, Lines lines) {
        String first = mode.toLowerCase(Locale.ROOT);
        if (first.startsWith("c") || first.startsWith("k")) {
            return new Coordinates.Cartesian(factor);
        }
        if (first.startsWith("d")) {
            return new Coordinates.Direct(cell);
        }
        throw lines.problem("'" + mode + "' is neither Direct nor Cartesian", "say which the positions are");
    }

    private static Structure atoms(
            Lines lines, Cell cell, List<Element> species, Coordinates coordinates, boolean selective) {
        double[] positions = new double[3 * species.size()];
        BitSet fixed = new BitSet();
        for (int atom = 0; atom < species.size(); atom++) {
            String[] words = lines.takeWords("atom " + (atom + 1) + " of " + species.size());
            double[] numbers = lines.vector(words, 0, "the position of atom " + (atom + 1));
            System.arraycopy(coordinates.position(numbers), 0, positions, 3 * atom, 3);
            fixed.set(atom, selective && isFixed(words, atom, lines));
        }
        return new Structure(cell, species, Positions.of(positions), Constraints.of(fixed));
    }

    private static boolean isFixed(String[] words, int atom, Lines lines) {
        if (words.length < 6) {
            throw lines.problem("atom " + (atom + 1) + " lacks its three flags", "end the line with T T T or F F F");
        }
        boolean free = isTrue(words[3], lines);
        if (isTrue(words[4], lines) != free || isTrue(words[5], lines) != free) {
            throw lines.problem(
                    "atom " + (atom + 1) + " is fixed along some directions only",
                    "Cairn holds whole atoms fixed: write T T T or F F F");
        }
        return !free;
    }

    /// As Fortran reads a logical: T, F, .TRUE., .FALSE. and the like.
    private static boolean isTrue(String flag, Lines lines) {
        String letters = flag.toUpperCase(Locale.ROOT).replaceFirst("^\\.", "");
        if (letters.startsWith("T") || letters.startsWith("F")) {
            return letters.startsWith("T");
        }
        throw lines.problem("'" + flag + "' is not a flag", "write T (moves) or F (fixed)");
    }

    private static void appendRuns(StringBuilder text, List<Element> species) {
        StringBuilder symbols = new StringBuilder();
        StringBuilder counts = new StringBuilder();
        int first = 0;
        for (int atom = 1; atom <= species.size(); atom++) {
            if (atom == species.size() || !species.get(atom).equals(species.get(first))) {
                symbols.append(species.get(first).symbol()).append(' ');
                counts.append(atom - first).append(' ');
                first = atom;
            }
        }
        text.append(symbols.toString().strip()).append('\n');
        text.append(counts.toString().strip()).append('\n');
    }

    private static String flags(boolean fixed) {
        return fixed ? " F F F" : " T T T";
    }
}
