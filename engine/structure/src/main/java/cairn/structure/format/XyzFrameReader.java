package cairn.structure.format;

import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads one frame of an extended XYZ file.
final class XyzFrameReader {
    private static final String DEFAULT_PROPERTIES = "species:S:1:pos:R:3";

    private final Lines lines;
    private final int count;
    private final XyzComment comment;
    private final XyzColumns columns;
    private final Optional<Integer> forceColumn;
    private final List<Element> species = new ArrayList<>();
    private final double[] positions;
    private final double[] forces;
    private final BitSet fixed = new BitSet();

    XyzFrameReader(Lines lines) {
        this.lines = lines;
        this.count = lines.atomCount(lines.take("the number of atoms").strip());
        this.comment = XyzComment.parse(lines.take("the line with Lattice and Properties"), lines);
        this.columns = XyzColumns.parse(comment.find("Properties").orElse(DEFAULT_PROPERTIES), lines);
        this.forceColumn = columns.find("forces", 3).or(() -> columns.find("force", 3));
        this.positions = new double[3 * count];
        this.forces = new double[3 * count];
    }

    Frame frame() {
        Cell cell = cell();
        Optional<Double> energy = comment.find("free_energy")
                .or(() -> comment.find("energy"))
                .map(word -> lines.number(word, "the energy"));
        Stress stress = stress();
        readAtoms();
        Structure structure = new Structure(cell, species, Positions.of(positions), Constraints.of(fixed));
        if (forceColumn.isEmpty()) {
            return energy.map(value -> new Frame(structure, new Frame.Computed.Energy(value)))
                    .orElseGet(() -> Frame.of(structure));
        }
        Forces given = Forces.of(forces);
        return energy.map(value -> Frame.of(structure, new Evaluation(value, given, stress)))
                .orElseGet(() -> new Frame(structure, new Frame.Computed.ForcesOnly(given)));
    }

    private void readAtoms() {
        int symbolColumn = columns.first("species", 1, lines);
        int positionColumn = columns.first("pos", 3, lines);
        for (int atom = 0; atom < count; atom++) {
            String[] words = lines.takeWords("atom " + (atom + 1) + " of " + count);
            if (words.length < columns.width()) {
                throw lines.problem(
                        "atom " + (atom + 1) + " has " + words.length + " columns, Properties name " + columns.width(),
                        "give every column");
            }
            species.add(lines.element(words[symbolColumn]));
            System.arraycopy(lines.vector(words, positionColumn, "a position"), 0, positions, 3 * atom, 3);
            if (forceColumn.isPresent()) {
                System.arraycopy(lines.vector(words, forceColumn.get(), "a force"), 0, forces, 3 * atom, 3);
            }
            fixed.set(atom, isFixed(words));
        }
    }

    private Cell cell() {
        String lattice = comment.find("Lattice")
                .orElseThrow(() -> lines.problem(
                        "there is no Lattice, and Cairn's structures are periodic",
                        "put the molecule into a cell with vacuum: Lattice=\"ax ay az bx by bz cx cy cz\""));
        boolean periodic = comment.find("pbc").stream()
                .flatMap(text -> List.of(Lines.words(text)).stream())
                .allMatch(this::isTrue);
        if (!periodic) {
            throw lines.problem(
                    "pbc says that the structure is not periodic along all three directions",
                    "give a cell with enough vacuum there, and write pbc=\"T T T\"");
        }
        return lines.cell(nine(lattice, "Lattice"));
    }

    private Stress stress() {
        return comment.find("stress")
                .map(text -> nine(text, "stress"))
                .<Stress>map(s -> new Stress.Tensor(s[0], s[4], s[8], s[5], s[2], s[1]))
                .orElseGet(Stress.NotGiven::new);
    }

    private double[] nine(String text, String what) {
        String[] words = Lines.words(text.replaceAll("[\\[\\],]", " "));
        if (words.length != 9) {
            throw lines.problem(what + " has " + words.length + " numbers", "give nine");
        }
        double[] numbers = new double[9];
        for (int i = 0; i < 9; i++) {
            numbers[i] = lines.number(words[i], what);
        }
        return numbers;
    }

    private boolean isFixed(String[] words) {
        Optional<Integer> mask = columns.find("move_mask", 1);
        if (mask.isPresent()) {
            return !isTrue(words[mask.get()]);
        }
        Optional<Integer> masks = columns.find("move_mask", 3);
        return masks.isPresent() && isFixedAlongAll(words, masks.get());
    }

    private boolean isFixedAlongAll(String[] words, int first) {
        boolean free = isTrue(words[first]);
        if (isTrue(words[first + 1]) != free || isTrue(words[first + 2]) != free) {
            throw lines.problem(
                    "an atom is fixed along some directions only",
                    "Cairn holds whole atoms fixed: write T T T or F F F");
        }
        return !free;
    }

    private boolean isTrue(String flag) {
        return switch (flag.toUpperCase(Locale.ROOT)) {
            case "T", "TRUE", "1" -> true;
            case "F", "FALSE", "0" -> false;
            default -> throw lines.problem("'" + flag + "' is neither T nor F", "write T or F");
        };
    }
}
