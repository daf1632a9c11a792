package cairn.codes.bands.espresso;

import cairn.codes.bands.TextLines;
import cairn.structure.Constraints;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Units;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// `prefix.path`, from which neb.x restarts, as `path_io_routines.f90` of Quantum ESPRESSO writes it (6.7 was read for
/// this):
///
///     RESTART INFORMATION
///         13              steps done
///         50              steps allowed
///          0              image at which it was interrupted
///     NUMBER OF IMAGES
///        7
///     ENERGIES, POSITIONS AND GRADIENTS
///     Image:    1
///         E                               Hartree
///         x y z  gx gy gz  [1 0 0]        bohr, Hartree/bohr; flags (1 moves) with the first image only
///
/// Sections for the optimiser may follow. An atom that may move along some directions only counts as free, and its
/// force along the others as zero.
record PathFile(int steps, int stepsAllowed, List<Image> images, Constraints constraints) {
    private static final double FORCE = Units.EV_PER_HARTREE / Units.ANGSTROM_PER_BOHR;

    /// Energy in eV.
    record Image(double energy, Positions positions, Forces forces) {}

    static PathFile parse(String file, List<String> text) {
        TextLines lines = new TextLines(file, text);
        lines.skipPast("RESTART INFORMATION");
        int steps = lines.count(lines.takeWords(1, "the number of steps")[0]);
        int allowed = lines.count(lines.takeWords(1, "the number of steps allowed")[0]);
        lines.skipPast("NUMBER OF IMAGES");
        int count = lines.count(lines.takeWords(1, "the number of images")[0]);
        lines.skipPast("ENERGIES, POSITIONS AND GRADIENTS");
        return new Reader(lines).file(steps, allowed, count);
    }

    private static final class Reader {
        private final TextLines lines;
        private final List<int[]> flags = new ArrayList<>();

        Reader(TextLines lines) {
            this.lines = lines;
        }

        PathFile file(int steps, int allowed, int count) {
            List<Image> images = new ArrayList<>();
            lines.skipPast("Image:");
            for (int image = 0; image < count; image++) {
                images.add(image(image == count - 1));
            }
            return new PathFile(steps, allowed, List.copyOf(images), constraints());
        }

        /// Reads on to the next image, or in the last one as many atoms as the first one has.
        private Image image(boolean last) {
            double energy = Units.EV_PER_HARTREE * lines.number(lines.takeWords(1, "the energy")[0]);
            List<double[]> atoms = new ArrayList<>();
            int expected = flags.size();
            while (expected == 0 || atoms.size() < expected) {
                String[] words = lines.takeWords(2, "an atom, or the next image");
                if (words[0].startsWith("Image")) {
                    return image(energy, atoms);
                }
                atoms.add(atom(words, atoms.size(), expected == 0));
            }
            if (!last) {
                lines.skipPast("Image:");
            }
            return image(energy, atoms);
        }

        private double[] atom(String[] words, int index, boolean first) {
            if (words.length < 6) {
                throw lines.problem("an atom needs a position and a gradient", "give the whole file");
            }
            if (first) {
                flags.add(flags(words));
            }
            int[] free = flags.get(index);
            double[] atom = new double[6];
            for (int axis = 0; axis < 3; axis++) {
                atom[axis] = Units.ANGSTROM_PER_BOHR * lines.number(words[axis]);
                atom[3 + axis] = free[axis] == 0 ? 0 : -FORCE * lines.number(words[3 + axis]);
            }
            return atom;
        }

        private int[] flags(String[] words) {
            return words.length < 9
                    ? new int[] {1, 1, 1}
                    : new int[] {lines.count(words[6]), lines.count(words[7]), lines.count(words[8])};
        }

        private static Image image(double energy, List<double[]> atoms) {
            double[] positions = new double[3 * atoms.size()];
            double[] forces = new double[3 * atoms.size()];
            for (int atom = 0; atom < atoms.size(); atom++) {
                System.arraycopy(atoms.get(atom), 0, positions, 3 * atom, 3);
                System.arraycopy(atoms.get(atom), 3, forces, 3 * atom, 3);
            }
            return new Image(energy, Positions.of(positions), Forces.of(forces));
        }

        private Constraints constraints() {
            BitSet fixed = new BitSet();
            for (int atom = 0; atom < flags.size(); atom++) {
                int[] flag = flags.get(atom);
                fixed.set(atom, flag[0] + flag[1] + flag[2] == 0);
            }
            return Constraints.of(fixed);
        }
    }
}
