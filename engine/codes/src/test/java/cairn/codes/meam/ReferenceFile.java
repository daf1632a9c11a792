package cairn.codes.meam;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/// Reads the blocks of `meam_reference.py`: structures, and what LAMMPS says of them.
final class ReferenceFile {
    /// A structure by name, and its energy, forces and stress.
    record Reference(String name, Structure structure, Evaluation evaluation) {}

    private ReferenceFile() {}

    /// The lines of a file beside the tests.
    static List<String> lines(String name) {
        try (InputStream stream = ReferenceFile.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    static List<Reference> references(List<String> lines) {
        List<Reference> found = new ArrayList<>();
        Iterator<String> rest = withoutComments(lines);
        while (rest.hasNext()) {
            String[] head = rest.next().split(" ");
            Cell cell = Cell.of(numbers(rest.next(), 1));
            double energy = numbers(rest.next(), 1)[0];
            double[] s = numbers(rest.next(), 1);
            double[] forces = new double[3 * Integer.parseInt(head[2])];
            Structure structure = structure(cell, rest, new double[forces.length], forces);
            Stress stress = new Stress.Tensor(s[0], s[1], s[2], s[3], s[4], s[5]);
            found.add(new Reference(head[1], structure, new Evaluation(energy, Forces.of(forces), stress)));
        }
        return found;
    }

    private static Structure structure(Cell cell, Iterator<String> rest, double[] positions, double[] forces) {
        List<Element> species = new ArrayList<>();
        for (int atom = 0; atom < positions.length / 3; atom++) {
            String line = rest.next();
            double[] values = numbers(line, 1);
            species.add(Element.ofSymbol(line.substring(0, 2)).orElseThrow());
            System.arraycopy(values, 0, positions, 3 * atom, 3);
            System.arraycopy(values, 3, forces, 3 * atom, 3);
        }
        return Structure.free(cell, species, Positions.of(positions));
    }

    private static Iterator<String> withoutComments(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .iterator();
    }

    private static double[] numbers(String line, int skipped) {
        return Arrays.stream(line.split(" "))
                .skip(skipped)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
