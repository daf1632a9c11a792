package cairn.neb.surrogate;

import static cairn.neb.surrogate.Fields.line;
import static cairn.neb.surrogate.Fields.negativeModes;
import static cairn.neb.surrogate.Fields.searched;
import static cairn.neb.surrogate.Fields.valley;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.neb.LennardJones;
import cairn.neb.MinimumEnergyPath.Convergence;
import cairn.neb.NebSettings;
import cairn.neb.Observation;
import cairn.neb.Potential;
import cairn.neb.Search;
import cairn.neb.Status;
import cairn.neb.surrogate.process.Rows;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is at rest where the path is highest, and is not the saddle point all the same.
class SummitTest {
    /// Wells at x = -1 and 1; on the straight way the energy falls to both sides, near the middle only.
    private static final Potential RIDGE = structure -> {
        double x = structure.positions().x(0);
        double y = structure.positions().y(0);
        double z = structure.positions().z(0);
        double well = x * x - 1;
        double near = Math.exp(-4 * x * x);
        double across = 2 - 3 * near;
        return Fields.value(
                0.5 * well * well + across * y * y + y * y * y * y + z * z,
                -2 * x * well - 24 * x * near * y * y,
                -2 * across * y - 4 * y * y * y,
                -2 * z);
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_ridge_between_minima_is_left_for_the_saddle_point_beside_it(int imagesAtATime) {
        Search search = searched(RIDGE, line(-1, 1), imagesAtATime);
        assertThat(search.status()).isEqualTo(new Status.Converged());
        assertThat(search.path().barrierForward()).isBetween(0.40, 0.43);
        assertThat(negativeModes(RIDGE, search)).isEqualTo(1);
    }

    /// As upright molecules that would rather lie down: the energy falls aside all the way, at the ends too.
    private static final Potential CREST = structure -> {
        double x = structure.positions().x(0);
        double y = structure.positions().y(0);
        double z = structure.positions().z(0);
        double well = x * x - 1;
        return Fields.value(
                0.5 * well * well - y * y + y * y * y * y + z * z, -2 * x * well, 2 * y - 4 * y * y * y, -2 * z);
    };

    @Test
    void a_path_between_ends_that_are_no_minima_ends_in_words() {
        Search search = searched(CREST, line(-1, 1));
        assertThat(search.status()).isEqualTo(Status.WrongOrder.withLooseEnds(2));
        assertThat(search.path().convergence()).isEqualTo(Convergence.NONE);
        assertThat(search.forceEvaluations()).isLessThanOrEqualTo(8);
    }

    /// Its valley aside of the crest has a saddle point of first order at y = 0.7, which may be found as well.
    @Test
    void nothing_on_a_crest_passes_for_a_saddle_point_where_several_images_are_asked_for() {
        Search search = searched(CREST, line(-1, 1), 3);
        assertThat(!search.isConverged() || negativeModes(CREST, search) == 1)
                .as(search.status() + " at " + search.estimate())
                .isTrue();
    }

    private static double humps(double x, double first, double second) {
        return (x < 0 ? first : second) * (1 - Math.cos(Math.PI * x)) / 2;
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.5, 1", "0.5, 0.2, 1", "0.48, 0.5, 1", "0.02, 0.5, 1", "0.2, 0.5, 3", "0.48, 0.5, 3"})
    void of_two_humps_the_higher_one_is_the_barrier(double first, double second, int imagesAtATime) {
        Search search = searched(valley(x -> humps(x, first, second)), line(-2, 2), imagesAtATime);
        assertThat(search.status()).isEqualTo(new Status.Converged());
        assertThat(search.path().barrierForward()).isBetween(0.499, 0.501);
    }

    /// Flat but for ripples of 0.1 meV from x = -2 to 0.5, then a hump.
    private static double basin(double x) {
        double ripples = 1e-4 * (1 - Math.cos(4 * Math.PI * x)) / 2;
        return ripples + (x > 0.5 && x < 2 ? 0.5 * (1 - Math.cos(Math.PI * (x - 0.5) / 0.75)) / 2 : 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_ripple_in_the_basin_of_an_endpoint_is_no_barrier(int imagesAtATime) {
        Search search = searched(valley(SummitTest::basin), line(-2, 2), imagesAtATime);
        assertThat(!search.isConverged() || search.path().barrierForward() > 0.499)
                .as(search.status() + " at " + search.estimate())
                .isTrue();
    }

    @Test
    void a_minimum_above_both_ends_is_no_summit() {
        // Humps at x = -1 and 1, and between them a minimum that lies higher than the ends.
        Potential potential = valley(x -> 0.3 * (1 - Math.cos(Math.PI * x)) / 2 + 0.4 * Math.exp(-x * x));
        Search search = searched(potential, line(-2, 2));
        assertThat(search.status()).isEqualTo(new Status.Converged());
        assertThat(negativeModes(potential, search)).isEqualTo(1);
    }

    @Test
    void a_structure_that_was_evaluated_is_never_asked_for_again() {
        LennardJones truth = new LennardJones();
        var hop = LennardJones.vacancyHop(5);
        NebSettings settings = Fields.settings();
        List<Observation> known = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            Search search = SurrogateSearch.start(
                    hop, truth.at(hop.from()), truth.at(hop.to()), settings, SurrogateSettings.standard(), known);
            while (!search.isFinished()) {
                for (Structure wanted : search.wanted()) {
                    assertThat(known).noneMatch(other -> isSame(other.structure(), wanted));
                    known.add(new Observation(wanted, truth.at(wanted)));
                }
                search = search.advance(truth.all(search.wanted()));
            }
            assertThat(search.isConverged()).isTrue();
        }
    }

    private static boolean isSame(Structure one, Structure other) {
        return Rows.largestAtomNorm(Rows.difference(
                        one.positions().toArray(), other.positions().toArray()))
                < 1e-4;
    }

    @Test
    void all_images_that_were_evaluated_with_the_saddle_point_are_certain() {
        Search search = searched(new LennardJones(), LennardJones.vacancyHop(5), 3);
        assertThat(search.isPlain()).isFalse();
        assertThat(search.uncertainties())
                .filteredOn(uncertainty -> uncertainty == 0)
                .hasSize(5);
    }
}
