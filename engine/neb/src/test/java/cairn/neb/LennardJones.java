package cairn.neb;

import cairn.neb.relax.RelaxSettings;
import cairn.neb.relax.Relaxation;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Lennard-Jones atoms, force-shifted to zero at the cutoff, over all periodic images within it.
public record LennardJones() implements Potential {
    private static final double EPSILON = 0.1;
    private static final double SIGMA = 2.5;
    private static final double CUTOFF = 5.5;

    /// An fcc crystal of `cells` cubic cells along each axis.
    public static Structure fcc(double latticeConstant, int cells) {
        double[][] basis = {{0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}};
        List<Double> components = new ArrayList<>();
        for (int cell = 0; cell < cells * cells * cells; cell++) {
            int[] place = {cell / (cells * cells), cell / cells % cells, cell % cells};
            for (double[] atom : basis) {
                for (int axis = 0; axis < 3; axis++) {
                    components.add(latticeConstant * (place[axis] + atom[axis]));
                }
            }
        }
        double edge = latticeConstant * cells;
        return free(
                Cell.orthorhombic(edge, edge, edge),
                components.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static Structure free(Cell cell, double... components) {
        Element element = Element.ofSymbol("Ar").orElseThrow();
        return Structure.free(cell, Collections.nCopies(components.length / 3, element), Positions.of(components));
    }

    public static Structure rattled(Structure structure, double amplitude, long seed) {
        Random random = new Random(seed);
        double[] components = structure.positions().toArray();
        Arrays.setAll(components, i -> components[i] + amplitude * random.nextGaussian());
        return structure.withPositions(Positions.of(components));
    }

    /// One atom hops into the vacancy next to it, by the IDPP path between relaxed ends.
    public static Band vacancyHop(int interiorImages) {
        return Band.between(relaxed(vacancy(0)), relaxed(vacancy(1)), interiorImages, NebSettings.Start.IDPP);
    }

    /// One atom next to the vacancy of a crystal hops into it; both ends are the same by symmetry.
    private static Structure vacancy(int moved) {
        double[] crystal = fcc(3.83, 2).positions().toArray();
        double[] hopping = Arrays.copyOfRange(crystal, 3 * moved, 3 * moved + 3);
        double[] others = Arrays.copyOfRange(crystal, 6, crystal.length);
        double[] all = Arrays.copyOf(hopping, 3 + others.length);
        System.arraycopy(others, 0, all, 3, others.length);
        return free(fcc(3.83, 2).cell(), all);
    }

    private static Structure relaxed(Structure structure) {
        Relaxation relaxation = Relaxation.start(structure, new RelaxSettings(false, 1e-4, 1e-4, 200));
        while (!relaxation.isConverged()) {
            relaxation = relaxation.advance(new LennardJones().at(relaxation.structure()));
        }
        return relaxation.structure();
    }

    @Override
    public Evaluation at(Structure structure) {
        int count = structure.count();
        double energy = 0;
        double[] forces = new double[3 * count];
        double[] virial = new double[9];
        for (int atom = 0; atom < count; atom++) {
            for (int other = 0; other < count; other++) {
                for (int image = 0; image < 125; image++) {
                    double[] d = between(structure, atom, other, image);
                    double r = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
                    if (r > CUTOFF || r < 1e-9) {
                        continue;
                    }
                    energy += 0.5 * (value(r) - value(CUTOFF) - (r - CUTOFF) * slope(CUTOFF));
                    double scale = (slope(r) - slope(CUTOFF)) / r;
                    for (int i = 0; i < 3; i++) {
                        forces[3 * atom + i] += scale * d[i];
                        for (int j = 0; j < 3; j++) {
                            virial[3 * i + j] += 0.5 * scale * d[i] * d[j];
                        }
                    }
                }
            }
        }
        return new Evaluation(
                energy, Forces.of(forces), stress(virial, structure.cell().volume()));
    }

    private static Stress stress(double[] v, double volume) {
        return new Stress.Tensor(
                v[0] / volume, v[4] / volume, v[8] / volume, v[5] / volume, v[2] / volume, v[1] / volume);
    }

    private static double[] between(Structure structure, int atom, int other, int image) {
        int[] shift = {image / 25 - 2, image / 5 % 5 - 2, image % 5 - 2};
        double[] d = structure.cell().cartesian(shift[0], shift[1], shift[2]);
        Positions x = structure.positions();
        d[0] += x.x(other) - x.x(atom);
        d[1] += x.y(other) - x.y(atom);
        d[2] += x.z(other) - x.z(atom);
        return d;
    }

    private static double value(double r) {
        double s6 = Math.pow(SIGMA / r, 6);
        return 4 * EPSILON * (s6 * s6 - s6);
    }

    private static double slope(double r) {
        double s6 = Math.pow(SIGMA / r, 6);
        return 4 * EPSILON * (-12 * s6 * s6 + 6 * s6) / r;
    }
}
