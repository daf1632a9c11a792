package cairn.neb.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.Band;
import cairn.neb.LennardJones;
import cairn.neb.MinimumEnergyPath;
import cairn.neb.NebSettings;
import cairn.neb.NebSettings.Climbing;
import cairn.neb.Observation;
import cairn.neb.Potential;
import cairn.neb.Search;
import cairn.neb.Status;
import cairn.neb.curvature.SaddleCheck;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SurrogateSearchTest {
    private static final LennardJones LENNARD_JONES = new LennardJones();
    private static final double FMAX = 0.01;
    private static Band hop;
    private static double barrier;

    @BeforeAll
    static void tight_barrier_by_a_plain_band() {
        hop = LennardJones.vacancyHop(5);
        Search plain = LENNARD_JONES.search(hop, settings(1e-3, Climbing.WHEN_SETTLED));
        assertThat(plain.isConverged()).isTrue();
        barrier = plain.path().barrierForward();
    }

    private static NebSettings settings(double fmax, Climbing climbing) {
        return new NebSettings(5, fmax, 0.1, NebSettings.Start.IDPP, climbing, NebSettings.Optimizer.ODE, 500);
    }

    private static SurrogateSearch start(Potential potential, Band band, SurrogateSettings how) {
        return SurrogateSearch.start(
                band,
                potential.at(band.from()),
                potential.at(band.to()),
                settings(FMAX, Climbing.WHEN_SETTLED),
                how,
                List.of());
    }

    private static SurrogateSearch ended(SurrogateSearch start, Potential potential) {
        SurrogateSearch search = start;
        while (!search.isFinished()) {
            search = search.advance(potential.all(search.wanted()));
        }
        return search;
    }

    private static SurrogateSearch searched(Potential potential, Band band) {
        return ended(start(potential, band, SurrogateSettings.standard()), potential);
    }

    @Test
    void few_evaluations_find_the_saddle_that_a_plain_band_finds() {
        SurrogateSearch search = searched(LENNARD_JONES, hop);
        assertThat(search.status()).isEqualTo(new Status.Converged());
        assertThat(search.forceEvaluations()).isLessThanOrEqualTo(8);
        assertThat(search.path().barrierForward()).isCloseTo(barrier, within(1e-3));
        assertThat(search.path().convergence()).isEqualTo(MinimumEnergyPath.Convergence.SADDLE);
    }

    @Test
    void the_true_force_on_the_climbing_image_is_below_fmax_and_one_mode_is_negative() {
        SurrogateSearch search = searched(LENNARD_JONES, hop);
        Structure saddle = search.band().images().get(search.path().highestImage());
        assertThat(LENNARD_JONES.at(saddle).forces().fmax()).isLessThan(FMAX).isCloseTo(search.fmax(), within(1e-12));
        SaddleCheck check = SaddleCheck.start(saddle, 90);
        while (!check.isFinished()) {
            check = check.advance(LENNARD_JONES.all(check.wanted()));
        }
        assertThat(check.isSaddlePoint()).isTrue();
    }

    @Test
    void the_same_evaluations_give_the_same_search_to_the_last_bit() {
        SurrogateSearch one = start(LENNARD_JONES, hop, SurrogateSettings.standard());
        SurrogateSearch other = start(LENNARD_JONES, hop, SurrogateSettings.standard());
        while (!one.isFinished()) {
            assertThat(other.wanted()).isEqualTo(one.wanted());
            one = one.advance(LENNARD_JONES.all(one.wanted()));
            other = other.advance(LENNARD_JONES.all(other.wanted()));
        }
        assertThat(other.status()).isEqualTo(one.status());
    }

    @Test
    void forward_and_back_are_the_same_barrier() {
        SurrogateSearch back = searched(LENNARD_JONES, hop.reversed());
        assertThat(back.isConverged()).isTrue();
        assertThat(back.path().barrierReverse()).isCloseTo(barrier, within(1e-3));
    }

    @Test
    void three_images_at_a_time_need_no_more_than_six_rounds() {
        SurrogateSearch search = ended(start(LENNARD_JONES, hop, new SurrogateSettings(3, 100)), LENNARD_JONES);
        assertThat(search.isConverged()).isTrue();
        assertThat(search.rounds()).isLessThanOrEqualTo(6);
        assertThat(search.forceEvaluations()).isGreaterThan(search.rounds());
    }

    @Test
    void what_is_known_already_is_not_asked_again() {
        List<Observation> known = new ArrayList<>();
        SurrogateSearch search = start(LENNARD_JONES, hop, SurrogateSettings.standard());
        while (!search.isFinished()) {
            List<Structure> wanted = search.wanted();
            wanted.forEach(structure -> known.add(new Observation(structure, LENNARD_JONES.at(structure))));
            search = search.advance(LENNARD_JONES.all(wanted));
        }
        SurrogateSearch again = SurrogateSearch.start(
                hop,
                LENNARD_JONES.at(hop.from()),
                LENNARD_JONES.at(hop.to()),
                settings(FMAX, Climbing.WHEN_SETTLED),
                SurrogateSettings.standard(),
                known.subList(0, known.size() - 1));
        again = ended(again, LENNARD_JONES);
        assertThat(again.isConverged()).isTrue();
        assertThat(again.forceEvaluations()).isLessThan(search.forceEvaluations());
    }

    @Test
    void a_prior_that_is_the_truth_leaves_one_evaluation_to_prove_it() {
        SurrogateSearch search = ended(withPrior(LENNARD_JONES::at), LENNARD_JONES);
        assertThat(search.isConverged()).isTrue();
        assertThat(search.forceEvaluations()).isLessThanOrEqualTo(2);
        assertThat(search.path().barrierForward()).isCloseTo(barrier, within(1e-3));
    }

    @Test
    void a_prior_that_is_a_fifth_too_stiff_still_ends_at_the_true_saddle() {
        SurrogateSearch search = ended(withPrior(structure -> scaled(LENNARD_JONES.at(structure), 1.2)), LENNARD_JONES);
        assertThat(search.isConverged()).isTrue();
        assertThat(search.path().barrierForward()).isCloseTo(barrier, within(1e-3));
    }

    private static SurrogateSearch withPrior(Prior prior) {
        return SurrogateSearch.start(
                hop,
                LENNARD_JONES.at(hop.from()),
                LENNARD_JONES.at(hop.to()),
                settings(FMAX, Climbing.WHEN_SETTLED),
                SurrogateSettings.standard(),
                List.of(),
                prior);
    }

    private static Evaluation scaled(Evaluation evaluation, double scale) {
        double[] forces = evaluation.forces().toArray();
        Arrays.setAll(forces, i -> scale * forces[i]);
        return new Evaluation(scale * evaluation.energyEv(), Forces.of(forces), evaluation.stress());
    }

    @Test
    void a_band_that_must_not_climb_is_left_to_a_plain_search() {
        SurrogateSearch search = SurrogateSearch.start(
                hop,
                LENNARD_JONES.at(hop.from()),
                LENNARD_JONES.at(hop.to()),
                settings(FMAX, Climbing.NEVER),
                SurrogateSettings.standard(),
                List.of());
        assertThat(search.wanted()).hasSize(5);
        search = ended(search, LENNARD_JONES);
        assertThat(search.path().convergence()).isEqualTo(MinimumEnergyPath.Convergence.PATH);
    }

    @Test
    void evaluations_that_may_not_be_exceeded_end_the_search_unconverged() {
        SurrogateSearch search = ended(start(LENNARD_JONES, hop, new SurrogateSettings(1, 2)), LENNARD_JONES);
        assertThat(search.status()).isEqualTo(new Status.Exhausted());
        assertThat(search.path().convergence()).isEqualTo(MinimumEnergyPath.Convergence.NONE);
        SurrogateSearch finished = search;
        assertThatThrownBy(() -> finished.advance(List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_estimate_tells_the_barrier_so_far_and_how_sure_it_is() {
        SurrogateSearch search = start(LENNARD_JONES, hop, SurrogateSettings.standard());
        double uncertain = search.estimate().uncertainty();
        search = ended(search, LENNARD_JONES);
        assertThat(search.estimate().uncertainty()).isLessThan(uncertain);
        assertThat(search.estimate().barrierForward()).isCloseTo(barrier, within(1e-3));
        assertThat(search.estimate().roundsLeft()).hasValue(0);
    }
}
