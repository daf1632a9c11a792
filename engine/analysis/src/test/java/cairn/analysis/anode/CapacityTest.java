package cairn.analysis.anode;

import static cairn.analysis.phases.Published.composition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {
    private static final double LITHIUM_AMU = composition("Li").massAmu();

    /// Faraday's law, as the literature prints it, to 0.1 mAh/g.
    @ParameterizedTest
    @CsvSource({
        "Si, 1, 954.3", "Si7, 12, 1635.9", "Si3, 7, 2226.7", "Si4, 13, 3101.5", "Si4, 15, 3578.6", "Si5, 21, 4008.1",
        "Si4, 17, 4055.8", "Si5, 22, 4198.9", "Li, 1, 3861.9", "Al, 1, 993.3", "Sn, 4.4, 993.4", "Sn4, 17, 959.5",
        "Ge4, 15, 1383.8", "Sb, 3, 660.4", "C6, 1, 371.9", "Li4Ti5O12, 3, 175.1", "Mg, 3, 3308.1"
    })
    void capacities_per_gram_of_host_are_those_of_faraday(String host, double ions, double expected) {
        Capacity capacity = new Capacity(composition(host), ions, 1, LITHIUM_AMU);

        assertThat(capacity.mahPerGramOfHost()).isCloseTo(expected, within(0.1));
    }

    /// Li15Si4: 15 F / 3.6 / (15 * 6.94 + 4 * 28.085) = 1857.0 mAh per gram with its lithium.
    @ParameterizedTest
    @CsvSource({"Si4, 15, 216.44", "Si, 1, 35.025"})
    void per_gram_with_ions_the_ions_weigh_too(String host, double ions, double massAmu) {
        Capacity capacity = new Capacity(composition(host), ions, 1, LITHIUM_AMU);

        assertThat(capacity.mahPerGramWithIons()).isCloseTo(ions * 96485.33212 / 3.6 / massAmu, within(0.05));
    }

    /// The metal: one electron per 21.609 Angstrom^3 is 2060 mAh/cm3.
    @ParameterizedTest
    @CsvSource({"21.609, 2059.6"})
    void per_volume_it_is_the_charge_in_that_volume(double volumeAng3, double expected) {
        Capacity capacity = new Capacity(composition("Li"), 1, 1, LITHIUM_AMU);

        assertThat(capacity.mahPerCm3(volumeAng3)).isCloseTo(expected, within(0.1));
    }
}
