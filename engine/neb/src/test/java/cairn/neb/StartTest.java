package cairn.neb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.NebSettings.Climbing;
import cairn.neb.NebSettings.Optimizer;
import cairn.neb.NebSettings.Start;
import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One atom is to pass another that stands nearly in its way, across the boundary of a periodic cell.
class StartTest {
    private static final Cell CELL = Cell.orthorhombic(12, 12, 12);

    private static Structure passing(double x) {
        Structure free = LennardJones.free(CELL, x, 6, 6, 0.3, 6.1, 6.05, 0.1, 9.8, 6, 0.2, 2.2, 6);
        BitSet fixed = new BitSet();
        fixed.set(2);
        fixed.set(3);
        return new Structure(CELL, free.species(), free.positions(), Constraints.of(fixed));
    }

    private static Band band(Start start) {
        return Band.between(passing(9.5), passing(3), 7, start);
    }

    @Test
    void the_straight_line_leads_through_the_atom() {
        assertThat(band(Start.LINEAR).closestApproach().distance()).isLessThan(0.6);
    }

    @ParameterizedTest
    @EnumSource(value = Start.class, names = "LINEAR", mode = EnumSource.Mode.EXCLUDE)
    void a_path_through_an_atom_leads_round_it(Start start) {
        assertThat(band(start).closestApproach().distance()).isGreaterThan(1.5);
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void images_stand_in_order_at_similar_distances(Start start) {
        Band band = band(start);
        double whole = IntStream.range(0, 8)
                .mapToDouble(i -> band.displacement(i).norm())
                .sum();
        assertThat(IntStream.range(0, 8)
                        .mapToDouble(i -> band.displacement(i).norm() / whole)
                        .boxed())
                .allSatisfy(part -> assertThat(part).isBetween(0.5 / 8, 2.0 / 8));
        assertThat(IntStream.range(0, 9)
                        .mapToDouble(i -> band.images().get(i).positions().x(0))
                        .boxed())
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void endpoints_and_fixed_atoms_stay_where_they_are(Start start) {
        Band band = band(start);
        assertThat(band.from()).isEqualTo(passing(9.5));
        assertThat(band.to()).isEqualTo(band(Start.LINEAR).to());
        assertThat(band.images()).allSatisfy(image -> {
            assertThat(image.positions().y(2)).isEqualTo(9.8);
            assertThat(image.positions().y(3)).isEqualTo(2.2);
        });
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void a_shifted_cell_changes_nothing(Start start) {
        Band here = band(start);
        Band there = Band.between(shifted(passing(9.5)), shifted(passing(3)), 7, start);
        for (int image = 0; image < 9; image++) {
            double y = here.images().get(image).positions().y(0);
            assertThat(there.images().get(image).positions().y(0)).isCloseTo(y + 5, within(1e-6));
        }
    }

    private static Structure shifted(Structure structure) {
        double[] components = structure.positions().toArray();
        for (int i = 1; i < components.length; i += 3) {
            components[i] += 5;
        }
        return structure.withPositions(Positions.of(components)).wrapped();
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void every_start_leads_to_the_saddle_of_the_vacancy_hop(Start start) {
        Band hop = LennardJones.vacancyHop(5);
        NebSettings settings = new NebSettings(5, 0.005, 0.1, start, Climbing.WHEN_SETTLED, Optimizer.LBFGS, 200);
        PathSearch search = new LennardJones().search(Band.between(hop.from(), hop.to(), 5, start), settings);
        assertThat(search.isConverged()).isTrue();
        assertThat(search.path().barrierForward()).isCloseTo(0.70108, within(1e-3));
    }
}
