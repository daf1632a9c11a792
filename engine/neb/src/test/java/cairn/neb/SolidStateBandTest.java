package cairn.neb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.NebSettings.Climbing;
import cairn.neb.NebSettings.Optimizer;
import cairn.neb.NebSettings.Start;
import cairn.neb.coordinates.Deformation;
import cairn.neb.coordinates.Matrix;
import cairn.neb.optimize.Vector;
import cairn.neb.relax.RelaxSettings;
import cairn.neb.relax.Relaxation;
import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The Bain path of Lennard-Jones atoms: from fcc, which is body-centred tetragonal with c/a = sqrt 2, over bcc, which
/// cubic symmetry puts at rest and which is the highest point, to the minimum with c/a = 0.88.
class SolidStateBandTest {
    private static final LennardJones LENNARD_JONES = new LennardJones();

    private static Structure tetragonal(double volumePerAtom, double ratio, int cells) {
        double a = Math.cbrt(2 * volumePerAtom / ratio);
        double c = a * ratio;
        return LennardJones.free(Cell.orthorhombic(a, a, c), 0, 0, 0, a / 2, a / 2, c / 2)
                .supercell(cells, cells, cells);
    }

    private static Structure relaxed(Structure structure) {
        Relaxation relaxation = Relaxation.start(structure, new RelaxSettings(true, 1e-4, 1e-6, 200));
        while (!relaxation.isConverged()) {
            relaxation = relaxation.advance(LENNARD_JONES.at(relaxation.structure()));
        }
        return relaxation.structure();
    }

    private static Band bain(int cells, Start start, Cells free) {
        Structure fcc = relaxed(tetragonal(15, 1.41, cells));
        Structure bct = relaxed(tetragonal(15.4, 0.88, cells));
        return Band.between(fcc, bct, 5, start, free);
    }

    private static PathSearch search(Band band, Optimizer optimizer) {
        PathSearch search = LENNARD_JONES.search(
                band, new NebSettings(5, 1e-3, 0.1, Start.LINEAR, Climbing.WHEN_SETTLED, optimizer, 500));
        assertThat(search.isConverged()).isTrue();
        return search;
    }

    /// The least enthalpy per atom over all volumes at one c/a, by a scan that knows nothing of bands.
    private static double scanned(double ratio, double pressure) {
        return IntStream.rangeClosed(0, 1500)
                .mapToDouble(i -> 14.5 + 0.001 * i)
                .map(volume -> LENNARD_JONES.at(tetragonal(volume, ratio, 1)).energyEv() / 2 + pressure * volume)
                .min()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void the_barrier_of_the_bain_path_is_that_of_a_scan(Optimizer optimizer) {
        PathSearch search = search(bain(1, Start.LINEAR, new Cells.Free(0)), optimizer);
        double scan = scanned(1, 0) - scanned(Math.sqrt(2), 0);
        assertThat(scan).isCloseTo(0.0315, within(1e-4));
        assertThat(search.path().barrierForward() / 2).isCloseTo(scan, within(1e-5));
    }

    @Test
    void the_saddle_is_bcc_without_stress() {
        PathSearch search = search(bain(1, Start.IDPP, new Cells.Free(0)), Optimizer.LBFGS);
        Structure saddle = search.band().images().get(search.path().highestImage());
        assertThat(saddle.cell().length(2)).isCloseTo(saddle.cell().length(0), within(1e-2));
        Stress.Tensor stress = (Stress.Tensor) LENNARD_JONES.at(saddle).stress();
        assertThat(Vector.of(stress.xx(), stress.yy(), stress.zz(), stress.yz(), stress.xz(), stress.xy())
                        .largestComponent())
                .isLessThan(1e-3);
    }

    @Test
    void under_pressure_the_barrier_is_one_of_enthalpies() {
        double pressure = 0.02;
        Structure fcc = tetragonal(best(Math.sqrt(2), pressure), Math.sqrt(2), 1);
        Structure bct = tetragonal(best(0.88, pressure), 0.88, 1);
        PathSearch search = search(Band.between(fcc, bct, 5, Start.LINEAR, new Cells.Free(pressure)), Optimizer.LBFGS);
        double scan = scanned(1, pressure) - scanned(Math.sqrt(2), pressure);
        assertThat(scan).isGreaterThan(0.0325);
        assertThat(search.path().barrierForward() / 2).isCloseTo(scan, within(1e-4));
    }

    private static double best(double ratio, double pressure) {
        double least = scanned(ratio, pressure);
        return IntStream.rangeClosed(0, 1500)
                .mapToDouble(i -> 14.5 + 0.001 * i)
                .filter(v -> LENNARD_JONES.at(tetragonal(v, ratio, 1)).energyEv() / 2 + pressure * v <= least)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_barrier_per_atom_does_not_depend_on_the_size_of_the_supercell() {
        double small = search(bain(1, Start.LINEAR, new Cells.Free(0)), Optimizer.LBFGS)
                .path()
                .barrierForward();
        double large = search(bain(2, Start.LINEAR, new Cells.Free(0)), Optimizer.LBFGS)
                .path()
                .barrierForward();
        assertThat(large / 16).isCloseTo(small / 2, within(1e-5));
    }

    @Test
    void the_barrier_does_not_depend_on_how_the_endpoints_lie_in_space() {
        Band band = bain(1, Start.LINEAR, new Cells.Free(0));
        Matrix turn = Matrix.of(1, 0.3, -0.2, 0.1, 0.9, 0.4, 0, -0.3, 1).rotation();
        Matrix other = Matrix.of(1, -0.1, 0.2, 0.3, 1, -0.4, 0.1, 0.2, 0.8).rotation();
        Band turned =
                Band.between(turned(turn, band.from()), turned(other, band.to()), 5, Start.LINEAR, new Cells.Free(0));
        assertThat(search(turned, Optimizer.LBFGS).path().barrierForward())
                .isCloseTo(search(band, Optimizer.LBFGS).path().barrierForward(), within(1e-6));
    }

    @Test
    void what_was_said_of_an_endpoint_turns_with_it() {
        Matrix turn = Matrix.of(1, 0.3, -0.2, 0.1, 0.9, 0.4, 0, -0.3, 1).rotation();
        Structure last = turned(turn, LennardJones.rattled(tetragonal(15.2, 1.1, 1), 0.1, 5));
        Band band = Band.between(tetragonal(15, 1.4, 1), last, 1, Start.LINEAR, new Cells.Free(0));

        Evaluation turned = band.ofLast(last, LENNARD_JONES.at(last));

        Evaluation there = LENNARD_JONES.at(band.to());
        assertThat(band.to().cell()).isNotEqualTo(last.cell());
        assertThat(Vector.of(turned.forces().toArray())
                        .minus(Vector.of(there.forces().toArray()))
                        .norm())
                .isLessThan(1e-9);
        assertThat(components(turned).minus(components(there)).norm()).isLessThan(1e-9);
        assertThat(components(there).norm()).isGreaterThan(1e-3);
    }

    private static Vector components(Evaluation evaluation) {
        Stress.Tensor stress = (Stress.Tensor) evaluation.stress();
        return Vector.of(stress.xx(), stress.yy(), stress.zz(), stress.yz(), stress.xz(), stress.xy());
    }

    private static Structure turned(Matrix turn, Structure structure) {
        return structure.withCell(
                Cell.of(turn.appliedToEach(structure.cell().toArray())),
                Positions.of(turn.appliedToEach(structure.positions().toArray())));
    }

    @Test
    void the_force_on_atoms_and_cell_is_the_gradient_of_the_enthalpy() {
        Structure rattled = LennardJones.rattled(tetragonal(15.2, 1.1, 1), 0.1, 5);
        Deformation coordinates = new Deformation(tetragonal(15, 1, 1), true, 0.01);
        Vector point =
                coordinates.of(Deformation.unrotated(coordinates.reference().cell(), rattled));
        Vector force = coordinates.force(point, LENNARD_JONES.at(coordinates.at(point)));
        for (int i : new int[] {0, 1, 5, 6, 10, 14}) {
            double slope = (enthalpy(coordinates, point, i, 1e-4) - enthalpy(coordinates, point, i, -1e-4)) / 2e-4;
            assertThat(force.get(i)).isCloseTo(-slope, within(1e-5));
        }
    }

    private static double enthalpy(Deformation coordinates, Vector point, int component, double step) {
        double[] moved = point.toArray();
        moved[component] += step;
        Structure structure = coordinates.at(Vector.of(moved));
        return coordinates.energy(structure, LENNARD_JONES.at(structure));
    }

    @Test
    void a_point_is_the_structure_it_came_from() {
        Band band = bain(1, Start.LINEAR, new Cells.Free(0));
        Band same = band.withInteriorPositions(band.interiorPositions());
        for (int image = 0; image < 7; image++) {
            assertThat(Vector.of(same.images().get(image).positions().toArray())
                            .minus(Vector.of(
                                    band.images().get(image).positions().toArray()))
                            .norm())
                    .isLessThan(1e-12);
        }
    }

    @Test
    void a_code_without_stress_is_refused_in_words() {
        Band band = bain(1, Start.LINEAR, new Cells.Free(0));
        Potential silent = structure -> {
            Evaluation known = LENNARD_JONES.at(structure);
            return new Evaluation(known.energyEv(), known.forces(), new Stress.NotGiven());
        };
        assertThatThrownBy(() -> silent.search(
                        band, new NebSettings(5, 0.01, 0.1, Start.LINEAR, Climbing.NEVER, Optimizer.ODE, 5)))
                .hasMessageContaining("ask the code for it, or fix the cell");
    }
}
