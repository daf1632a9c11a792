package cairn.neb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.NebSettings.Climbing;
import cairn.neb.NebSettings.Optimizer;
import cairn.neb.NebSettings.Start;
import cairn.structure.Constraints;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PathSearchTest {
    private static final MullerBrown MULLER_BROWN = new MullerBrown();
    private static final LennardJones LENNARD_JONES = new LennardJones();

    private static NebSettings settings(int interiorImages, double fmax, Climbing climbing, Optimizer optimizer) {
        return new NebSettings(interiorImages, fmax, 0.1, Start.LINEAR, climbing, optimizer, 1000);
    }

    private static PathSearch mullerBrown(Climbing climbing, Optimizer optimizer) {
        Band band = Band.between(MullerBrown.a(), MullerBrown.b(), 9, Start.LINEAR);
        return MULLER_BROWN.search(band, settings(9, 1e-3, climbing, optimizer));
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void every_optimiser_finds_the_published_saddle_of_muller_and_brown(Optimizer optimizer) {
        PathSearch search = mullerBrown(Climbing.WHEN_SETTLED, optimizer);
        assertThat(search.status()).isEqualTo(new Status.Converged());
        assertThat(search.path().convergence()).isEqualTo(MinimumEnergyPath.Convergence.SADDLE);
        assertThat(search.path().saddleEnergyImage()).isCloseTo(MullerBrown.SADDLE, within(1e-6));
        assertThat(search.path().barrierForward()).isCloseTo(MullerBrown.SADDLE - MullerBrown.A, within(1e-4));
        assertThat(search.path().barrierReverse()).isCloseTo(MullerBrown.SADDLE - MullerBrown.B, within(1e-4));
        Positions saddle =
                search.band().images().get(search.path().highestImage()).positions();
        assertThat(saddle.x(0)).isCloseTo(-0.822, within(1e-3));
        assertThat(saddle.y(0)).isCloseTo(0.624, within(1e-3));
    }

    @Test
    void the_profile_shows_the_intermediate_minimum_and_how_deep_it_is() {
        assertThat(mullerBrown(Climbing.WHEN_SETTLED, Optimizer.LBFGS).path().intermediateMinima())
                .singleElement()
                .satisfies(minimum -> {
                    assertThat(minimum.point().energy()).isCloseTo(MullerBrown.INTERMEDIATE, within(5e-3));
                    assertThat(minimum.depth())
                            .isCloseTo(MullerBrown.SECOND_SADDLE - MullerBrown.INTERMEDIATE, within(1e-2));
                });
    }

    @Test
    void without_a_climbing_image_the_profile_still_gives_the_barrier_and_the_label_says_path() {
        PathSearch search = mullerBrown(Climbing.NEVER, Optimizer.ODE);
        assertThat(search.path().convergence()).isEqualTo(MinimumEnergyPath.Convergence.PATH);
        assertThat(search.path().saddleEnergyImage()).isLessThan(MullerBrown.SADDLE);
        assertThat(search.path().saddleEnergyProfile()).isCloseTo(MullerBrown.SADDLE, within(0.02));
    }

    @Test
    void reversing_the_band_swaps_the_barriers() {
        NebSettings settings = settings(5, 1e-3, Climbing.WHEN_SETTLED, Optimizer.LBFGS);
        Band band = Band.between(MullerBrown.a(), MullerBrown.b(), 5, Start.LINEAR);
        PathSearch there = MULLER_BROWN.search(band, settings);
        PathSearch back = MULLER_BROWN.search(band.reversed(), settings);
        assertThat(back.rounds()).isEqualTo(there.rounds());
        assertThat(back.path().barrierForward()).isCloseTo(there.path().barrierReverse(), within(1e-7));
        assertThat(back.path().barrierReverse()).isCloseTo(there.path().barrierForward(), within(1e-7));
    }

    @Test
    void a_path_read_backwards_has_its_barriers_swapped_exactly() {
        Band band = Band.between(MullerBrown.a(), MullerBrown.b(), 6, Start.LINEAR);
        List<Evaluation> evaluations = MULLER_BROWN.all(band.images());
        MinimumEnergyPath there = MinimumEnergyPath.of(band, evaluations);
        MinimumEnergyPath back = MinimumEnergyPath.of(band.reversed(), evaluations.reversed());
        assertThat(back.barrierForward()).isCloseTo(there.barrierReverse(), within(1e-13));
        assertThat(back.barrierReverse()).isCloseTo(there.barrierForward(), within(1e-13));
        assertThat(back.highestImage()).isEqualTo(7 - there.highestImage());
    }

    @Test
    void a_vacancy_hop_in_a_crystal_is_symmetric_and_its_climbing_image_is_at_rest() {
        Band band = LennardJones.vacancyHop(3);
        PathSearch search = LENNARD_JONES.search(band, settings(3, 0.005, Climbing.WHEN_SETTLED, Optimizer.LBFGS));
        assertThat(search.isConverged()).isTrue();
        assertThat(search.climbingImage()).hasValue(2);
        Structure saddle = search.band().images().get(2);
        assertThat(LENNARD_JONES.at(saddle).forces().fmax()).isLessThan(0.005);
        assertThat(search.path().barrierForward()).isCloseTo(search.path().barrierReverse(), within(1e-5));
        assertThat(search.path().barrierForward()).isGreaterThan(0.1);
    }

    @Test
    void a_translated_band_takes_the_same_steps() {
        Band band = Band.between(MullerBrown.a(), MullerBrown.b(), 3, Start.LINEAR);
        Potential translated = structure -> MULLER_BROWN.at(shifted(structure, -4));
        Band elsewhere =
                Band.of(band.images().stream().map(image -> shifted(image, 4)).toList());
        NebSettings settings = settings(3, 0.01, Climbing.WHEN_SETTLED, Optimizer.ODE);
        PathSearch here = MULLER_BROWN.search(band, settings);
        PathSearch there = translated.search(elsewhere, settings);
        assertThat(there.rounds()).isEqualTo(here.rounds());
        assertThat(there.path().barrierForward()).isCloseTo(here.path().barrierForward(), within(1e-9));
    }

    private static Structure shifted(Structure structure, double shift) {
        double[] components = structure.positions().toArray();
        Arrays.setAll(components, i -> components[i] + shift);
        return structure.withPositions(Positions.of(components));
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void endpoints_and_fixed_atoms_never_move(Optimizer optimizer) {
        Structure start = withFirstFixed(LennardJones.fcc(3.8, 1));
        Structure from = LennardJones.rattled(start, 0, 1);
        double[] moved = start.positions().toArray();
        moved[3] += 1.5;
        Structure to = start.withPositions(Positions.of(moved));
        Band band = Band.between(from, to, 3, Start.LINEAR);
        PathSearch search = PathSearch.start(
                band, LENNARD_JONES.at(from), LENNARD_JONES.at(to), settings(3, 1e-6, Climbing.FROM_START, optimizer));
        for (int i = 0; i < 5; i++) {
            search = search.advance(LENNARD_JONES.all(search.wanted()));
            assertThat(search.band().from()).isEqualTo(from);
            assertThat(search.band().to()).isEqualTo(band.to());
            assertThat(search.wanted())
                    .allSatisfy(
                            image -> assertThat(Arrays.copyOf(image.positions().toArray(), 3))
                                    .containsExactly(0, 0, 0));
        }
    }

    private static Structure withFirstFixed(Structure structure) {
        BitSet fixed = new BitSet();
        fixed.set(0);
        return new Structure(structure.cell(), structure.species(), structure.positions(), Constraints.of(fixed));
    }

    @Test
    void every_evaluation_is_counted_also_of_steps_that_were_taken_back() {
        List<Structure> asked = new ArrayList<>();
        Potential counting = structure -> {
            asked.add(structure);
            return MULLER_BROWN.at(structure);
        };
        Band band = Band.between(MullerBrown.a(), MullerBrown.b(), 5, Start.LINEAR);
        PathSearch search = counting.search(band, settings(5, 0.01, Climbing.WHEN_SETTLED, Optimizer.ODE));
        assertThat(search.forceEvaluations()).isEqualTo(asked.size() - 2);
        assertThat(search.rounds()).isBetween((asked.size() - 2) / 5, asked.size() - 2);
    }

    @Test
    void replaying_the_same_evaluations_gives_the_same_search() {
        PathSearch one = mullerBrown(Climbing.WHEN_SETTLED, Optimizer.ODE);
        PathSearch other = mullerBrown(Climbing.WHEN_SETTLED, Optimizer.ODE);
        assertThat(other.band()).isEqualTo(one.band());
        assertThat(other.path().barrierForward()).isEqualTo(one.path().barrierForward());
    }

    @Test
    void a_downhill_path_is_never_called_a_saddle() {
        Potential slope =
                structure -> new Evaluation(-structure.positions().x(0), Forces.of(1, 0, 0), new Stress.NotGiven());
        Band band = Band.between(MullerBrown.at(0, 0), MullerBrown.at(1, 0), 3, Start.LINEAR);
        PathSearch search = slope.search(band, settings(3, 0.01, Climbing.WHEN_SETTLED, Optimizer.LBFGS));
        assertThat(search.status()).isEqualTo(new Status.NoSaddle());
        assertThat(search.isConverged()).isFalse();
        assertThat(search.isExhausted()).isTrue();
        assertThat(search.path().barrierForward()).isZero();
        assertThat(search.path().barrierReverse()).isCloseTo(1, within(1e-12));
    }

    @Test
    void absurd_forces_end_the_search_as_diverged_and_say_why() {
        Potential exploding = structure -> new Evaluation(0, Forces.of(0, 1e5, 0), new Stress.NotGiven());
        Band band = Band.between(MullerBrown.at(0, 0), MullerBrown.at(1, 0), 1, Start.LINEAR);
        PathSearch search = exploding.search(band, settings(1, 0.01, Climbing.NEVER, Optimizer.ODE));
        assertThat(search.status())
                .isInstanceOfSatisfying(
                        Status.Diverged.class,
                        diverged -> assertThat(diverged.why()).contains("1.00e+05 eV/Angstrom in iteration 1"));
    }

    @Test
    void the_iterations_allowed_are_a_limit_and_the_search_can_not_go_on_after_it() {
        NebSettings settings = new NebSettings(3, 1e-6, 0.1, Start.LINEAR, Climbing.WHEN_SETTLED, Optimizer.FIRE, 4);
        PathSearch search =
                MULLER_BROWN.search(Band.between(MullerBrown.a(), MullerBrown.b(), 3, Start.LINEAR), settings);
        assertThat(search.status()).isEqualTo(new Status.Exhausted());
        assertThat(search.rounds()).isEqualTo(4);
        assertThat(search.path().convergence()).isEqualTo(MinimumEnergyPath.Convergence.NONE);
        assertThatThrownBy(() -> search.advance(MULLER_BROWN.all(search.wanted())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the search has ended");
    }
}
