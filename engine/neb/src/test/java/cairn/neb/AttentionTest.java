package cairn.neb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.neb.NebSettings.Climbing;
import cairn.neb.NebSettings.Optimizer;
import cairn.neb.NebSettings.Start;
import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private static final double FMAX = 0.1;

    /// Rounds in which the images feel these NEB forces; nothing climbs.
    private static Attention after(Attention attention, int rounds, double... forces) {
        return after(attention, rounds, OptionalInt.empty(), forces);
    }

    private static Attention after(Attention attention, int rounds, OptionalInt climbing, double... forces) {
        List<Vector> vectors =
                Arrays.stream(forces).mapToObj(force -> Vector.of(force, 0, 0)).toList();
        for (int round = 0; round < rounds; round++) {
            attention = attention.after(new NebForces(vectors, climbing), FMAX);
        }
        return attention;
    }

    private static List<Integer> wanted(Attention attention) {
        return attention.wanted(List.of(1, 2, 3));
    }

    @Test
    void an_image_that_was_calm_for_four_rounds_is_held() {
        assertThat(wanted(after(Attention.everywhere(3), 3, 0.01, 0.09, 0.2))).containsExactly(1, 2, 3);
        assertThat(wanted(after(Attention.everywhere(3), 4, 0.01, 0.09, 0.2))).containsExactly(2, 3);
    }

    @Test
    void an_image_beside_an_unquiet_one_is_not_held() {
        assertThat(wanted(after(Attention.everywhere(3), 9, 0.01, 0.2, 0.01))).containsExactly(1, 2, 3);
    }

    @Test
    void the_climbing_image_is_never_held() {
        assertThat(wanted(after(Attention.everywhere(3), 9, OptionalInt.of(2), 0.09, 0.01, 0.2)))
                .containsExactly(1, 2, 3);
    }

    @Test
    void a_held_image_is_let_go_when_its_neighbours_have_disturbed_it() {
        Attention held = after(Attention.everywhere(3), 4, 0.01, 0.09, 0.2);
        assertThat(wanted(after(held, 1, 0.085, 0.09, 0.2))).containsExactly(2, 3);
        assertThat(wanted(after(held, 1, 0.095, 0.09, 0.2))).containsExactly(1, 2, 3);
    }

    @Test
    void evaluations_that_were_not_wanted_are_refused() {
        assertThatThrownBy(() -> Attention.everywhere(3).completed(List.of(), List.of()))
                .hasMessage("0 evaluations where 3 were wanted");
    }

    /// On Muller and Brown's surface the images before the saddle come to rest long before the others.
    @Test
    void a_search_does_not_ask_for_images_at_rest_and_ends_on_true_forces_all_the_same() {
        MullerBrown potential = new MullerBrown();
        NebSettings settings = new NebSettings(9, 1e-3, 0.1, Start.LINEAR, Climbing.WHEN_SETTLED, Optimizer.ODE, 1000);
        List<Structure> asked = new ArrayList<>();
        Potential counting = structure -> {
            asked.add(structure);
            return potential.at(structure);
        };
        Band band = Band.between(MullerBrown.a(), MullerBrown.b(), 9, Start.LINEAR);
        PathSearch search = counting.search(band, settings);
        assertThat(search.forceEvaluations()).isEqualTo(asked.size() - 2).isLessThan(9 * search.rounds());
        List<Evaluation> fresh = potential.all(search.band().images());
        NebForces forces =
                NebForces.of(new EvaluatedBand(search.band(), fresh), settings.springs(), search.climbingImage());
        assertThat(search.isConverged()).isTrue();
        assertThat(forces.fmax()).isEqualTo(search.fmax()).isLessThan(1e-3);
    }
}
