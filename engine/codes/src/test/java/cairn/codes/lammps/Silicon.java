package cairn.codes.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Diamond-cubic silicon, with lithium where a test wants it, and the LAMMPS to compute it with.
final class Silicon {
    /// Of the potential of Cui et al. (2012), in Angstrom.
    static final double LATTICE_CONSTANT = 5.4223;

    private static final double[][] BASIS = {
        {0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0},
        {.25, .25, .25}, {.25, .75, .75}, {.75, .25, .75}, {.75, .75, .25}
    };

    private Silicon() {}

    static void needsLammps() {
        boolean found = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "lmp")));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found)
                    .as("lmp on the PATH (Debian: lammps, openkim-models)")
                    .isTrue();
        }
        assumeTrue(found, "LAMMPS is not installed (Debian: lammps, openkim-models)");
    }

    /// The library of that LAMMPS.
    static Way.Library needsLibrary() {
        needsLammps();
        Optional<Path> found = Way.libraryOfCommand();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found).as("the library that lmp runs on").isPresent();
        }
        assumeTrue(found.isPresent(), "this lmp runs on no library");
        return new Way.Library(found.orElseThrow());
    }

    /// Repeated n times along each axis, with Li at these points (in fractions of the cubic cell).
    static Structure crystal(int n, double[]... lithium) {
        List<Element> species = new ArrayList<>();
        List<Double> components = new ArrayList<>();
        for (int cell = 0; cell < n * n * n; cell++) {
            for (double[] site : BASIS) {
                add(species, components, "Si", site, cell % n, cell / n % n, cell / n / n);
            }
        }
        for (double[] site : lithium) {
            add(species, components, "Li", site, 0, 0, 0);
        }
        double edge = n * LATTICE_CONSTANT;
        return Structure.free(Cell.orthorhombic(edge, edge, edge), species, positions(components));
    }

    private static void add(
            List<Element> species, List<Double> components, String symbol, double[] site, int... shift) {
        species.add(Element.ofSymbol(symbol).orElseThrow());
        for (int axis = 0; axis < 3; axis++) {
            components.add(LATTICE_CONSTANT * (site[axis] + shift[axis]));
        }
    }

    private static Positions positions(List<Double> components) {
        return Positions.of(components.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// Every atom moved by up to `amplitude` Angstrom along each axis.
    static Structure rattled(Structure structure, double amplitude, long seed) {
        Random random = new Random(seed);
        double[] moved = Arrays.stream(structure.positions().toArray())
                .map(component -> component + amplitude * (2 * random.nextDouble() - 1))
                .toArray();
        return structure.withPositions(Positions.of(moved));
    }

    /// The structure under r -> r (1 + strain), rows of `strain` as in a matrix.
    static Structure strained(Structure structure, double... strain) {
        return structure.withCell(
                Cell.of(strained(structure.cell().toArray(), strain)),
                Positions.of(strained(structure.positions().toArray(), strain)));
    }

    private static double[] strained(double[] vectors, double[] strain) {
        double[] strained = vectors.clone();
        for (int v = 0; v < vectors.length; v += 3) {
            for (int axis = 0; axis < 3; axis++) {
                for (int k = 0; k < 3; k++) {
                    strained[v + axis] += vectors[v + k] * strain[3 * k + axis];
                }
            }
        }
        return strained;
    }
}
