package cairn.analysis.anode;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.analysis.anode.Claim.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Printed numbers are those of a review's table of anodes (RSC Adv. 15, 33561 (2025), table 1).
class ClaimTest {
    @ParameterizedTest
    @CsvSource({
        "CAPACITY, 4200, 4198.9", "CAPACITY, 996, 993.4", "CAPACITY, 1600, 1623.7", "CAPACITY, 372, 371.9",
        "DENSITY, 2.3, 2.329", "DENSITY, 0.53, 0.533", "VOLUME_CHANGE, 93, 94.6", "VOLUME_CHANGE, 12, 12.4",
        "VOLUME_CHANGE, 260, 253", "POTENTIAL, 0.4, 0.307"
    })
    void a_printed_number_that_is_right_as_far_as_it_goes_holds(Quantity quantity, double printed, double computed) {
        assertThat(new Claim(quantity, printed, computed).holds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CAPACITY, 3350, 3308.1",
        "DENSITY, 1.3, 1.737",
        "DENSITY, 4.51, 3.49",
        "VOLUME_CHANGE, 180, 270",
        "VOLUME_CHANGE, 420, 311"
    })
    void a_printed_number_that_is_wrong_does_not(Quantity quantity, double printed, double computed) {
        assertThat(new Claim(quantity, printed, computed).holds()).isFalse();
    }

    @Test
    void a_ratio_that_is_printed_as_a_change_is_known_by_its_value() {
        Claim ratio = new Claim(Quantity.VOLUME_CHANGE, 420, 311);

        assertThat(ClaimFindings.of("Li4.4Si", List.of(ratio))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("W19");
            assertThat(finding.what()).contains("420 %", "+311.0 %", "ratio of the volumes");
        });
        assertThat(new Claim(Quantity.VOLUME_CHANGE, 180, 270).isRatioForChange())
                .isFalse();
    }

    @Test
    void of_claims_that_hold_nothing_is_said() {
        assertThat(ClaimFindings.of("LiC6", List.of(new Claim(Quantity.CAPACITY, 372, 371.9))))
                .isEmpty();
    }
}
