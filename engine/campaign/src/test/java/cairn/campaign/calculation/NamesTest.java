package cairn.campaign.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void names_are_safe_for_files_and_schedulers_and_differ_when_steps_differ() {
        assertThat(Names.fileName("hop")).isEqualTo("hop");
        assertThat(Names.fileName("relaxed[phase=LiSi]")).matches("relaxed-phase=LiSi--[0-9a-f]{10}");
        assertThat(Names.fileName("../x")).doesNotContain("/").doesNotStartWith(".");
        assertThat(Names.fileName("a b")).isNotEqualTo(Names.fileName("a-b"));
        assertThat(Names.fileName("Hop")).isNotEqualToIgnoringCase(Names.fileName("hop"));
    }
}
