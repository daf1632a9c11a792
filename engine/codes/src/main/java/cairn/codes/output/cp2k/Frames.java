package cairn.codes.output.cp2k;

import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The frames of a file that CP2K writes beside its output, one for each step:
///
///     atoms
///     " i =" step ["," ...] ", E =" energy        Hartree
///     label x y z
final class Frames implements AutoCloseable {
    private static final double MOST_ATOMS = 1e8;

    private final LineReader lines;

    /// A frame; what the three numbers of each atom are depends on the file.
    record Frame(int step, double energyHartree, List<String> labels, List<Double> numbers) {
        Frame {
            labels = List.copyOf(labels);
            numbers = List.copyOf(numbers);
        }
    }

    private Frames(LineReader lines) {
        this.lines = lines;
    }

    /// The first of these files that lies beside an output; none for an output that does not tell its project.
    static Optional<Frames> beside(Path output, String project, List<String> endings) {
        return endings.stream()
                .map(ending -> output.resolveSibling(project.substring(project.lastIndexOf('/') + 1) + ending))
                .filter(file -> !project.isEmpty() && Files.isRegularFile(file) && Files.isReadable(file))
                .findFirst()
                .map(file -> new Frames(LineReader.open(file)));
    }

    /// The next whole frame, if there is one.
    Optional<Frame> next() {
        double atoms = lines.next() ? lines.line().numberFrom(0) : Double.NaN;
        if (!(atoms >= 1) || atoms > MOST_ATOMS || !lines.next()) {
            return Optional.empty();
        }
        int step = (int) Line.of(lines.line().textAfter("i =").split(",", 2)[0]).numberFrom(0);
        double energy = lines.line().numberAfter("E =");
        List<String> labels = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        double[] three = new double[3];
        for (int atom = 0; atom < (int) atoms; atom++) {
            if (!lines.next() || numbers(lines.line(), three) < 3) {
                return Optional.empty();
            }
            labels.add(lines.line().word(0));
            for (double number : three) {
                numbers.add(number);
            }
        }
        return Optional.of(new Frame(step, energy, labels, numbers));
    }

    private static int numbers(Line line, double[] into) {
        return line.numbers(line.indent() + line.word(0).length(), into);
    }

    @Override
    public void close() {
        lines.close();
    }
}
