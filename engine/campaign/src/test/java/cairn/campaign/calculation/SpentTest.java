package cairn.campaign.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpentTest {
    @Test
    void walltime_is_counted_anew_once_an_attempt_got_further() {
        Spent spent = new Spent(1, 7, 1).plus(Cause.WALLTIME, Headway.MADE);
        assertThat(spent).isEqualTo(new Spent(1, 1, 1));
        assertThat(spent.plus(Cause.WALLTIME, Headway.NONE)).isEqualTo(new Spent(1, 2, 1));
    }

    @Test
    void other_causes_count_whatever_was_reached() {
        assertThat(Spent.NOTHING.plus(Cause.INFRASTRUCTURE, Headway.MADE)).isEqualTo(new Spent(1, 0, 0));
        assertThat(Spent.NOTHING.plus(Cause.INCOMPLETE, Headway.MADE)).isEqualTo(new Spent(0, 0, 1));
    }
}
