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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where the atoms of a run were at its last steps:
///
///     cairn-pos-1.xyz  := frame*,  frame := int, "i =" int "," ... "E =" number, lines symbol x y z (Angstrom)
///     cairn-1.cell     := "#" ..., lines step time ax ay az bx by bz cx cy cz volume
///
/// At the end of an optimization the last positions come a second time, with an energy that was computed anew, and
/// without a line of the cell. CP2K turns a free cell so that its first vector lies along x and its second one in the
/// plane of x and y, and the atoms with it.
final class Frames {
    private static final int SAME_PLACE = 2;

    static final String POSITIONS = "cairn-pos-1.xyz";
    private static final String CELLS = "cairn-1.cell";
    /// eV between the energy of a frame, which has ten decimals of a Hartree, and the one in the output.
    private static final double SAME_ENERGY = 1e-5;

    private static final Pattern TITLE = Pattern.compile("\\s*i =\\s*(\\d+),.*E =\\s*(\\S+)\\s*");

    /// A step by its number, the atoms at it, and the energy that CP2K gives it (eV).
    record Frame(int step, Structure structure, double energyEv) {}

    private Frames() {}

    /// The last whole one of a folder, with the atoms and the constraints of a structure.
    static Optional<Frame> last(Path folder, Structure like) {
        return latest(folder, like).findFirst();
    }

    /// The one at the last positions whose energy is that of the forces there: the first, where they come a second
    /// time.
    /// Empty if the last energy is not this one, in eV.
    static Optional<Frame> last(Path folder, Structure like, double energyEv) {
        List<Frame> latest = latest(folder, like).toList();
        return latest.stream()
                .filter(frame -> frame.structure()
                        .positions()
                        .equals(latest.getFirst().structure().positions()))
                .filter(_ -> Math.abs(latest.getFirst().energyEv() - energyEv) < SAME_ENERGY)
                .reduce((_, earlier) -> earlier);
    }

    private static Stream<Frame> latest(Path folder, Structure like) {
        List<String> lines = lines(folder.resolve(POSITIONS));
        int each = like.count() + 2;
        int frames = lines.size() / each;
        return IntStream.range(0, Math.min(SAME_PLACE, frames))
                .map(back -> (frames - 1 - back) * each)
                .mapToObj(start -> frame(lines.subList(start, start + each), like, folder))
                .flatMap(Optional::stream);
    }

    private static Optional<Frame> frame(List<String> frame, Structure like, Path folder) {
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

    /// The last that was told up to a step. A cell that stays is not told with all its digits.
    private static Cell cell(Path folder, int step, Cell like) {
        return lines(folder.resolve(CELLS)).stream()
                .map(line -> numbers(line, 0))
                .filter(row -> row.length == 12 && row[0] <= step)
                .reduce((_, later) -> later)
                .map(row -> Cell.of(Arrays.copyOfRange(row, 2, 11)))
                .filter(cell -> isAnother(cell, like))
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
