package cairn.campaign.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.Band;
import cairn.neb.MinimumEnergyPath;
import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class WorkResultTest {
    @Test
    void the_intermediate_minima_are_counted_and_the_deepest_is_named() {
        ObjectNode minima = WorkResult.intermediateMinima(path(0, .3, .25, .4, .1, .5, 0));
        assertThat(minima.required("count").intValue()).isEqualTo(2);
        assertThat(minima.required("deepest_ev").doubleValue()).isCloseTo(.3, within(1e-12));
    }

    @Test
    void a_dip_of_less_than_20_mev_is_no_intermediate_minimum() {
        ObjectNode minima = WorkResult.intermediateMinima(path(0, .3, .281, .3, 0));
        assertThat(minima.required("count").intValue()).isZero();
        assertThat(minima.required("deepest_ev").doubleValue()).isZero();
    }

    /// A path whose images, 1 Angstrom apart, are all extrema.
    private static MinimumEnergyPath path(double... energies) {
        List<Structure> images = IntStream.range(0, energies.length)
                .mapToObj(image -> Structure.free(
                        Cell.orthorhombic(20, 5, 5), List.of(Silicon.element("Li")), Positions.of(image, 0, 0)))
                .toList();
        List<Evaluation> evaluations = Arrays.stream(energies)
                .mapToObj(energy -> new Evaluation(energy, Forces.of(0, 0, 0), new Stress.NotGiven()))
                .toList();
        return MinimumEnergyPath.of(Band.of(images), evaluations);
    }
}
