package cairn.campaign.work;

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

/// 64 atoms of diamond-cubic silicon, with a lithium atom where a test wants it, and the LAMMPS to compute it with.
public final class Silicon {
    /// Of the potential of Cui et al. (2012), in Angstrom.
    private static final double LATTICE_CONSTANT = 5.4223;

    private static final double[][] BASIS = {
        {0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0},
        {.25, .25, .25}, {.25, .75, .75}, {.75, .25, .75}, {.75, .75, .25}
    };

    private Silicon() {}

    public static void needsLammps() {
        boolean found = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "lmp")));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found)
                    .as("lmp on the PATH (Debian: lammps, openkim-models)")
                    .isTrue();
        }
        assumeTrue(found, "LAMMPS is not installed (Debian: lammps, openkim-models)");
    }

    /// Li at this fraction of the cubic cell along each axis: 0.5 and 0.75 are tetrahedral sites, 0.625 the
    /// hexagonal one between them.
    public static Structure withLithiumAt(double fraction) {
        List<Element> species = new ArrayList<>();
        List<double[]> sites = new ArrayList<>();
        for (int cell = 0; cell < 8; cell++) {
            for (double[] site : BASIS) {
                species.add(element("Si"));
                sites.add(new double[] {site[0] + (cell & 1), site[1] + (cell >> 1 & 1), site[2] + (cell >> 2)});
            }
        }
        species.add(element("Li"));
        sites.add(new double[] {fraction, fraction, fraction});
        double[] positions = sites.stream()
                .flatMapToDouble(Arrays::stream)
                .map(component -> LATTICE_CONSTANT * component)
                .toArray();
        double edge = 2 * LATTICE_CONSTANT;
        return Structure.free(Cell.orthorhombic(edge, edge, edge), species, Positions.of(positions));
    }

    public static Element element(String symbol) {
        return Element.ofSymbol(symbol).orElseThrow();
    }
}
