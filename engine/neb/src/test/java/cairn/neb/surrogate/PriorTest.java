package cairn.neb.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.Band;
import cairn.neb.LennardJones;
import cairn.neb.NebSettings;
import cairn.neb.Observation;
import cairn.neb.Search;
import cairn.neb.surrogate.process.Rows;
import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a cheap calculation saves where it is right, and costs where it is wrong.
class PriorTest {
    private static final LennardJones TRUTH = new LennardJones();
    private static final NebSettings SETTINGS = new NebSettings(
            5, 0.01, 0.1, NebSettings.Start.IDPP, NebSettings.Climbing.WHEN_SETTLED, NebSettings.Optimizer.ODE, 500);
    private static final Band HOP = LennardJones.vacancyHop(5);
    private static int without;

    /// The truth, stronger, about atoms of another size: at rest where atoms are farther apart if they are larger.
    private static Evaluation altered(Structure structure, double strength, double size) {
        double[] positions = structure.positions().toArray();
        Rows.scale(1 / size, positions);
        double[] rows = structure.cell().toArray();
        Rows.scale(1 / size, rows);
        Structure smaller =
                new Structure(Cell.of(rows), structure.species(), Positions.of(positions), structure.constraints());
        Evaluation there = TRUTH.at(smaller);
        double[] forces = there.forces().toArray();
        Rows.scale(strength / size, forces);
        return new Evaluation(strength * there.energyEv(), Forces.of(forces), there.stress());
    }

    private static int calls(Search start) {
        Search search = start;
        while (!search.isFinished()) {
            search = search.advance(TRUTH.all(search.wanted()));
        }
        assertThat(search.isConverged()).isTrue();
        return search.forceEvaluations();
    }

    @BeforeAll
    static void a_search_without_any() {
        without = calls(SurrogateSearch.start(
                HOP, TRUTH.at(HOP.from()), TRUTH.at(HOP.to()), SETTINGS, SurrogateSettings.standard(), List.of()));
    }

    private static int with(Prior prior) {
        return calls(SurrogateSearch.start(
                HOP,
                TRUTH.at(HOP.from()),
                TRUTH.at(HOP.to()),
                SETTINGS,
                SurrogateSettings.standard(),
                List.of(),
                prior));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0.7, 1.01", "1, 0.98", "2, 1.02", "0.5, 1.05"})
    void a_calculation_that_is_nearly_right_saves_evaluations(double strength, double size) {
        assertThat(with(structure -> altered(structure, strength, size))).isLessThan(without);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.9", "0.5, 0.9", "2, 1.1", "-1, 1", "-1, 1.02", "-1, 0.9"})
    void one_that_is_wrong_costs_one_more_at_most(double strength, double size) {
        assertThat(with(structure -> altered(structure, strength, size))).isLessThanOrEqualTo(without + 1);
    }

    @Test
    void one_that_pulls_where_all_is_at_rest_is_left_out_of_it() {
        Physics alone = Physics.between(HOP.from(), HOP.to());
        Physics wrong = Physics.between(HOP.from(), HOP.to(), PriorTest::pulling);
        Structure elsewhere = HOP.images().get(2);
        assertThat(fitted(wrong, 0).evaluate(elsewhere))
                .isEqualTo(fitted(alone, 0).evaluate(elsewhere));
    }

    /// One electronvolt per Angstrom on each component, this way and that.
    private static Evaluation pulling(Structure structure) {
        double[] forces = new double[3 * structure.count()];
        Arrays.setAll(forces, i -> i % 2 == 0 ? 1 : -1);
        double energy = -Rows.dot(forces, structure.positions().toArray());
        return new Evaluation(energy, Forces.of(forces), new Stress.NotGiven());
    }

    @Test
    void how_strong_it_should_be_is_learned() {
        Physics weak = Physics.between(HOP.from(), HOP.to(), structure -> altered(structure, 0.7, 1));
        Structure elsewhere = HOP.images().get(2);
        double truth = TRUTH.at(elsewhere).energyEv();
        double before = fitted(weak, 0).evaluate(elsewhere).energyEv();
        double after = fitted(weak, 1).evaluate(elsewhere).energyEv();
        assertThat(before).isNotCloseTo(truth, within(0.02));
        assertThat(after).isCloseTo(truth, within(2e-3));
    }

    /// To the endpoints, and so many images from the far end on.
    private static Surrogate fitted(Physics physics, int images) {
        List<Structure> known = new ArrayList<>(List.of(HOP.from(), HOP.to()));
        known.addAll(HOP.images().subList(6 - images, 6));
        return Surrogate.of(
                physics,
                known.stream()
                        .map(structure -> physics.example(new Observation(structure, TRUTH.at(structure))))
                        .toList());
    }
}
