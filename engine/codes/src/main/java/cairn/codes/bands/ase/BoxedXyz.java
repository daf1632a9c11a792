package cairn.codes.bands.ase;

import cairn.codes.bands.Boxes;
import cairn.codes.bands.Numbers;
import java.util.stream.IntStream;

/// The text of an extended XYZ file in which every frame repeats along three directions.
public final class BoxedXyz {
    private BoxedXyz() {}

    /// Slabs and molecules are said to repeat nowhere along some directions; here each stands in a cell all the same.
    public static String of(String text) {
        StringBuilder changed = new StringBuilder();
        double[] positions = {text.lines().mapToDouble(BoxedXyz::largest).max().orElse(0)};
        double side = Boxes.side(positions);
        String box = "Lattice=\"" + side + " 0 0 0 " + side + " 0 0 0 " + side + "\" ";
        text.lines().forEach(line -> {
            boolean comment = line.contains("Properties=");
            String boxed = comment && !line.contains("Lattice=") ? box + line : line;
            changed.append(comment ? boxed.replaceAll("pbc=\"[TF ]+\"", "pbc=\"T T T\"") : boxed)
                    .append('\n');
        });
        return changed.toString();
    }

    /// The largest coordinate of an atom's line; the species stands first in files without a cell.
    private static double largest(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length < 4 || line.contains("=")) {
            return 0;
        }
        return IntStream.range(1, 4)
                .mapToDouble(i -> Math.abs(Numbers.of(words[i])))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
