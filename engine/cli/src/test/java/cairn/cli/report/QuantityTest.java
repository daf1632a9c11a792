package cairn.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void the_unit_in_a_key_becomes_the_unit_of_the_quantity() {
        assertThat(Quantity.of("barrier_forward_ev", 0.55412))
                .isEqualTo(new Quantity("barrier forward", "0.5541", "eV"));
        assertThat(Quantity.of("volume_ang3", 1275.4)).isEqualTo(new Quantity("volume", "1275.4000", "\u212b\u00b3"));
        assertThat(Quantity.of("formation_energy_ev_per_atom", -0.1957))
                .isEqualTo(new Quantity("formation energy", "-0.1957", "eV/atom"));
        assertThat(Quantity.of("mean_voltage_v", 0.1809)).isEqualTo(new Quantity("mean voltage", "0.1809", "V"));
        assertThat(Quantity.of("capacity_mah_per_g", 954.2988))
                .isEqualTo(new Quantity("capacity", "954.2988", "mAh/g"));
        assertThat(Quantity.of("fmax_ev_per_ang", 0.0093)).isEqualTo(new Quantity("fmax", "0.0093", "eV/\u212b"));
    }

    @Test
    void a_count_has_no_unit_and_no_decimals() {
        assertThat(Quantity.of("force_evaluations", 155)).isEqualTo(new Quantity("force evaluations", "155", ""));
    }

    @Test
    void a_number_too_small_for_four_decimals_is_written_with_a_power() {
        assertThat(Quantity.of("energy_ev", -1.25e-6).value()).isEqualTo("-1.25e-06");
        assertThat(Quantity.of("energy_ev", 0).value()).isEqualTo("0.0000");
    }
}
