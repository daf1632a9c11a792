package cairn.neb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.NebSettings.Climbing;
import cairn.neb.NebSettings.Optimizer;
import cairn.neb.NebSettings.Start;
import cairn.neb.relax.RelaxSettings;
import cairn.neb.relax.Relaxation;
import cairn.structure.Structure;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The path of Muller and Brown is two hops with a minimum between them.
class BandSplitTest {
    private static final MullerBrown MULLER_BROWN = new MullerBrown();

    private static PathSearch searched(Band band) {
        return MULLER_BROWN.search(
                band,
                new NebSettings(
                        band.interior().size(), 2e-3, 0.1, Start.LINEAR, Climbing.WHEN_SETTLED, Optimizer.ODE, 1000));
    }

    private static BandSplit split() {
        PathSearch whole = searched(Band.between(MullerBrown.a(), MullerBrown.b(), 9, Start.LINEAR));
        return BandSplit.of(whole.band(), whole.path(), 0.05).orElseThrow();
    }

    private static Structure relaxed(Structure guess) {
        Relaxation relaxation = Relaxation.start(guess, new RelaxSettings(false, 1e-4, 1, 200));
        while (!relaxation.isConverged()) {
            relaxation = relaxation.advance(MULLER_BROWN.at(relaxation.structure()));
        }
        return relaxation.structure();
    }

    @Test
    void both_hops_have_the_published_saddle_points() {
        BandSplit split = split();
        Structure minimum = relaxed(split.guess());
        assertThat(MULLER_BROWN.at(minimum).energyEv()).isCloseTo(MullerBrown.INTERMEDIATE, within(1e-6));
        PathSearch first = searched(split.first(minimum, 5));
        PathSearch second = searched(split.second(minimum, 5));
        assertThat(first.isConverged()).isTrue();
        assertThat(second.isConverged()).isTrue();
        assertThat(first.path().saddleEnergyImage()).isCloseTo(MullerBrown.SADDLE, within(1e-5));
        assertThat(second.path().saddleEnergyImage()).isCloseTo(MullerBrown.SECOND_SADDLE, within(1e-5));
        assertThat(first.band().from()).isEqualTo(MullerBrown.a());
        assertThat(second.band().to()).isEqualTo(MullerBrown.b());
    }

    @Test
    void the_images_of_each_hop_stand_at_equal_distances_along_the_path_that_is_known() {
        BandSplit split = split();
        Band first = split.first(relaxed(split.guess()), 6);
        assertThat(IntStream.range(0, 7).mapToObj(i -> first.displacement(i).norm()))
                .allSatisfy(length ->
                        assertThat(length).isCloseTo(first.displacement(0).norm(), within(0.2 * length)));
    }

    @Test
    void a_dip_that_is_not_deep_enough_splits_nothing() {
        PathSearch whole = searched(Band.between(MullerBrown.a(), MullerBrown.b(), 9, Start.LINEAR));
        assertThat(BandSplit.of(whole.band(), whole.path(), 0.1)).isEmpty();
    }
}
