package cairn.codes.dft.cp2k;

import cairn.structure.Cell;
import cairn.structure.Positions;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the atoms of a run were at its last step:
///
///     cairn-pos-1.xyz  := frame*,  frame := int, "i =" int "," ... "E =" number, lines symbol x y z (Angstrom)
///     cairn-1.cell     := "#" ..., lines step time ax ay az bx by bz cx cy cz volume
final class Frames {
    static final String POSITIONS = "cairn-pos-1.xyz";
    private static final String CELLS = "cairn-1.cell";
    private static final Pattern TITLE = Pattern.compile("\\s*i =\\s*(\\d+),.*E =\\s*(\\S+)\\s*");

    /// A step by its number, the atoms at it, and the energy that CP2K gives it (eV).
    record Frame(int step, Structure structure, double energyEv) {}

    private Frames() {}

    /// The last whole one of a folder, with the atoms and the constraints of a structure.
    static Optional<Frame> last(Path folder, Structure like) {
        List<String> lines = lines(folder.resolve(POSITIONS));
        int each = like.count() + 2;
        return frame(lines, lines.size() / each, each, like, folder);
    }

    private static Optional<Frame> frame(List<String> lines, int frames, int each, Structure like, Path folder) {
        if (frames == 0) {
            return Optional.empty();
        }
        List<String> frame = lines.subList((frames - 1) * each, frames * each);
        Matcher title = TITLE.matcher(frame.get(1));
        double[] places = new double[3 * like.count()];
        for (int atom = 0; atom < like.count(); atom++) {
            double[] xyz = numbers(frame.get(2 + atom), 1);
            if (xyz.length != 3) {
                return Optional.empty();
            }
            System.arraycopy(xyz, 0, places, 3 * atom, 3);
        }
        if (!title.matches()) {
            return Optional.empty();
        }
        int step = Integer.parseInt(title.group(1));
        return Optional.of(new Frame(
                step,
                like.withCell(cell(folder, step, like.cell()), Positions.of(places)),
                Units.EV_PER_HARTREE * Double.parseDouble(title.group(2))));
    }

    /// A cell that stays is not told with all its digits.
    private static Cell cell(Path folder, int step, Cell like) {
        return lines(folder.resolve(CELLS)).stream()
                .map(line -> numbers(line, 0))
                .filter(row -> row.length == 12 && row[0] == step)
                .map(row -> Cell.of(Arrays.copyOfRange(row, 2, 11)))
                .filter(cell -> isAnother(cell, like))
                .reduce((_, later) -> later)
                .orElse(like);
    }

    private static boolean isAnother(Cell cell, Cell like) {
        double[] one = cell.toArray();
        double[] other = like.toArray();
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > 1e-9) {
                return true;
            }
        }
        return false;
    }

    /// From a word on; none at all if one of them is no number.
    private static double[] numbers(String line, int from) {
        String[] words = line.strip().split("\\s+");
        try {
            return Arrays.stream(words)
                    .skip(from)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException _) {
            return new double[0];
        }
    }

    /// Those that end: a last line without a newline was cut.
    private static List<String> lines(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return List.of();
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.substring(0, 1 + text.lastIndexOf('\n')).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
