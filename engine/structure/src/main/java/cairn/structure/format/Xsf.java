package cairn.structure.format;

import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// XSF, the format of XCrySDen, for crystals; animated (AXSF) for a band or a trajectory.
///
///     ANIMSTEPS 7         only if animated
///     CRYSTAL
///     PRIMVEC [step]      three lattice vectors; once, or before each PRIMCOORD
///     CONVVEC [step]      optional, not read
///     PRIMCOORD [step]
///     8 1                 number of atoms, and a 1
///     14 0.0 0.0 0.0 [fx fy fz]
///
/// An atom is a number or a symbol; forces are in Hartree/Angstrom in the file, eV/Angstrom here. Lines
/// that start with # are comments. Data grids after the atoms are not read. The format has no
/// constraints and no energy.
public final class Xsf {
    private Xsf() {}

    /// @throws FormatException if the file does not say one structure clearly
    public static Structure read(Path path) {
        return parse(TextFiles.read(path), TextFiles.name(path));
    }

    public static List<Frame> readFrames(Path path) {
        return parseFrames(TextFiles.read(path), TextFiles.name(path));
    }

    public static void write(Path path, Structure structure) {
        TextFiles.write(path, format(structure));
    }

    public static void writeFrames(Path path, List<Frame> frames) {
        TextFiles.write(path, formatFrames(frames));
    }

    /// Reads the text of a file called `file`, which only the messages use.
    public static Structure parse(String text, String file) {
        return Frame.only(parseFrames(text, file), new Lines(file, text));
    }

    public static List<Frame> parseFrames(String text, String file) {
        return new Reader(new Lines(file, text)).frames();
    }

    public static String format(Structure structure) {
        return formatFrames(List.of(Frame.of(structure)));
    }

    /// One frame as XSF, several as AXSF; the lattice is repeated only if it changes.
    public static String formatFrames(List<Frame> frames) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("there is no frame to write");
        }
        Cell cell = frames.getFirst().structure().cell();
        boolean fixedCell =
                frames.stream().allMatch(frame -> frame.structure().cell().equals(cell));
        boolean animated = frames.size() > 1;
        StringBuilder text = new StringBuilder(animated ? "ANIMSTEPS " + frames.size() + "\n" : "");
        text.append("CRYSTAL\n");
        for (int step = 1; step <= frames.size(); step++) {
            Structure structure = frames.get(step - 1).structure();
            if (step == 1 || !fixedCell) {
                appendCell(text, structure.cell(), fixedCell ? "" : " " + step);
            }
            text.append("PRIMCOORD").append(animated ? " " + step : "").append('\n');
            appendAtoms(text, structure, forces(frames.get(step - 1)));
        }
        return text.toString();
    }

    private static void appendCell(StringBuilder text, Cell cell, String step) {
        text.append("PRIMVEC").append(step).append('\n');
        for (int vector = 0; vector < 3; vector++) {
            text.append(Columns.row(cell, vector)).append('\n');
        }
    }

    private static void appendAtoms(StringBuilder text, Structure structure, Optional<Forces> forces) {
        text.append(structure.count()).append(" 1\n");
        for (int atom = 0; atom < structure.count(); atom++) {
            text.append(structure.species().get(atom).atomicNumber()).append(' ');
            text.append(Columns.row(structure.positions(), atom));
            if (forces.isPresent()) {
                text.append(' ').append(hartree(forces.get(), atom));
            }
            text.append('\n');
        }
    }

    private static String hartree(Forces forces, int atom) {
        return Columns.row(
                forces.x(atom) / Units.EV_PER_HARTREE,
                forces.y(atom) / Units.EV_PER_HARTREE,
                forces.z(atom) / Units.EV_PER_HARTREE);
    }

    private static Optional<Forces> forces(Frame frame) {
        return switch (frame.computed()) {
            case Frame.Computed.ForcesOnly(Forces forces) -> Optional.of(forces);
            case Frame.Computed.EnergyAndForces(Evaluation evaluation) -> Optional.of(evaluation.forces());
            case Frame.Computed.Nothing _, Frame.Computed.Energy _ -> Optional.empty();
        };
    }

    /// Reads the sections in their order.
    private static final class Reader {
        private final Lines lines;

        Reader(Lines lines) {
            this.lines = lines;
        }

        List<Frame> frames() {
            String[] first = takeWords("CRYSTAL or ANIMSTEPS");
            int steps = 1;
            if (first[0].equals("ANIMSTEPS")) {
                steps = lines.count(first.length > 1 ? first[1] : "", "the number of steps");
                first = takeWords("CRYSTAL");
            }
            if (!first[0].equals("CRYSTAL")) {
                throw lines.problem(
                        "'" + first[0] + "' is not a crystal",
                        "give a structure that is periodic along all three directions, with vacuum where it ends, "
                                + "under the keyword CRYSTAL");
            }
            return frames(steps);
        }

        private List<Frame> frames(int steps) {
            List<Frame> frames = new ArrayList<>();
            Optional<Cell> cell = Optional.empty();
            while (frames.size() < steps) {
                String keyword = takeWords("PRIMVEC or PRIMCOORD")[0];
                switch (keyword) {
                    case "PRIMVEC" -> cell = Optional.of(lines.takeCell());
                    case "CONVVEC" -> lines.takeCell();
                    case "PRIMCOORD" -> frames.add(frame(cell.orElseThrow(this::noCell)));
                    default ->
                        throw lines.problem(
                                "'" + keyword + "' is not PRIMVEC, CONVVEC or PRIMCOORD", "give these sections only");
                }
            }
            return frames;
        }

        private FormatException noCell() {
            return lines.problem("PRIMCOORD comes before any PRIMVEC", "give the lattice vectors first");
        }

        private Frame frame(Cell cell) {
            int count = lines.atomCount(takeWords("the number of atoms")[0]);
            List<Element> species = new ArrayList<>();
            double[] positions = new double[3 * count];
            double[] forces = new double[3 * count];
            boolean hasForces = true;
            for (int atom = 0; atom < count; atom++) {
                String[] words = takeWords("atom " + (atom + 1) + " of " + count);
                species.add(element(words[0]));
                System.arraycopy(lines.vector(words, 1, "a position"), 0, positions, 3 * atom, 3);
                hasForces &= words.length >= 7;
                if (hasForces) {
                    System.arraycopy(lines.vector(words, 4, "a force"), 0, forces, 3 * atom, 3);
                }
            }
            Structure structure = new Structure(cell, species, Positions.of(positions), Constraints.none());
            return hasForces ? new Frame(structure, inEv(forces)) : Frame.of(structure);
        }

        private static Frame.Computed inEv(double[] hartrees) {
            double[] forces = hartrees.clone();
            for (int i = 0; i < forces.length; i++) {
                forces[i] *= Units.EV_PER_HARTREE;
            }
            return new Frame.Computed.ForcesOnly(Forces.of(forces));
        }

        private Element element(String word) {
            if (!Character.isDigit(word.charAt(0))) {
                return lines.element(word);
            }
            return Element.ofNumber(lines.count(word, "an atomic number"))
                    .orElseThrow(() -> lines.problem("there is no element " + word, "give an atomic number"));
        }

        /// The words of the next line that is neither blank nor a comment.
        private String[] takeWords(String expected) {
            String[] words = lines.takeWords(expected);
            while (words.length == 0 || words[0].startsWith("#")) {
                words = lines.takeWords(expected);
            }
            return words;
        }
    }
}
