package cairn.codes.output.cp2k;

import cairn.codes.bands.cp2k.RestartFile;
import cairn.codes.output.Line;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.cp2k.Frames.Frame;
import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the atoms are at the beginning, which CP2K prints from the print level MEDIUM on.
///
///     "CELL| Vector a [angstrom]:" x y z
///     "MODULE QUICKSTEP: ATOMIC COORDINATES IN ANGSTROM", then lines: atom kind symbol number x y z ...
///
/// Later positions go to another file, [Frames]; without it a structure is known only until the atoms have moved.
final class Cp2kGeometry {
    private final double[] cell = new double[9];
    private final List<Element> species = new ArrayList<>();
    private final List<Double> positions = new ArrayList<>();
    private boolean inAtoms;
    private boolean anyAtom;
    private boolean moved;
    private int vectors;

    void take(Line line) {
        if (inAtoms) {
            atom(line);
        } else if (line.begins("CELL| Vector ")) {
            vector(line);
        } else if (line.begins("MODULE QUICKSTEP:") && line.contains("ATOMIC COORDINATES IN ANGSTROM")) {
            inAtoms = species.isEmpty();
            anyAtom = false;
        }
    }

    private void vector(Line line) {
        int vector = line.word(2).isEmpty() ? -1 : line.word(2).charAt(0) - 'a';
        double[] numbers = new double[3];
        if (vector >= 0 && vector < 3 && line.numbers(line.indexOf("]:") + 2, numbers) == 3) {
            System.arraycopy(numbers, 0, cell, 3 * vector, 3);
            vectors |= 1 << vector;
        }
    }

    private void atom(Line line) {
        Optional<Element> element = Element.ofSymbol(line.word(2));
        if (element.isEmpty()) {
            // A blank line and the names of the columns come first.
            inAtoms = !anyAtom;
            return;
        }
        double[] xyz = {number(line, 4), number(line, 5), number(line, 6)};
        anyAtom = true;
        species.add(element.get());
        Arrays.stream(xyz).forEach(positions::add);
    }

    private static double number(Line line, int place) {
        return Line.of(line.word(place)).numberFrom(0);
    }

    void moved() {
        moved = true;
    }

    SaidStructure structure() {
        return moved || vectors != 7
                ? new SaidStructure.NotGiven()
                : structure(cell, species, array(positions), Constraints.none());
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// At the positions of a frame, in the cell of the beginning, which the input tells where the output does not.
    SaidStructure structure(Frame frame, RestartFile input) {
        Optional<double[]> rows = vectors == 7 ? Optional.of(cell) : input.cell();
        return rows.map(known -> structure(
                        known, species(frame.labels()), array(frame.numbers()), Constraints.of(input.fixed())))
                .orElseGet(SaidStructure.NotGiven::new);
    }

    private static SaidStructure structure(
            double[] rows, List<Element> elements, double[] xyz, Constraints constraints) {
        boolean whole = !elements.isEmpty()
                && 3 * elements.size() == xyz.length
                && Arrays.stream(xyz).allMatch(Double::isFinite)
                && Math.abs(determinant(rows)) > 1e-6;
        return whole
                ? new SaidStructure.Given(new Structure(Cell.of(rows), elements, Positions.of(xyz), constraints))
                : new SaidStructure.NotGiven();
    }

    /// Those of the output; where it tells none, labels are elements, perhaps with a number behind.
    private List<Element> species(List<String> labels) {
        return species.isEmpty()
                ? labels.stream()
                        .map(label -> Element.ofSymbol(label.replaceFirst("\\d+$", "")))
                        .flatMap(Optional::stream)
                        .toList()
                : species;
    }

    private static double determinant(double[] cell) {
        return cell[0] * (cell[4] * cell[8] - cell[5] * cell[7])
                - cell[1] * (cell[3] * cell[8] - cell[5] * cell[6])
                + cell[2] * (cell[3] * cell[7] - cell[4] * cell[6]);
    }
}
