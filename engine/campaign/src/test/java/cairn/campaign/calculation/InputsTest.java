package cairn.campaign.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.step.Rendered;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InputsTest {
    private static Inputs inputs(Map<String, String> files, String command, String fingerprint) {
        return Inputs.of(new Rendered(new TreeMap<>(files), List.of(command), List.of("log"), List.of(), fingerprint));
    }

    @Test
    void the_command_is_not_part_of_the_hash_as_it_holds_paths_of_this_machine() {
        assertThat(inputs(Map.of("in", "x"), "/a/lmp", "v1")).isEqualTo(inputs(Map.of("in", "x"), "/b/lmp", "v1"));
    }

    @Test
    void what_changed_is_said_part_by_part() {
        Inputs before = inputs(Map.of("in", "x", "old", "1"), "c", "v1");
        Inputs after = inputs(Map.of("in", "y", "new", "1"), "c", "v2");
        assertThat(after.hash()).isNotEqualTo(before.hash());
        assertThat(after.changesSince(before))
                .isEqualTo("file in changed, file new is new, file old is gone, fingerprint changed");
        assertThat(before.changesSince(before)).isEmpty();
    }

    @Test
    void moving_text_from_one_file_to_another_changes_the_hash() {
        assertThat(inputs(Map.of("a", "xy", "b", ""), "c", "v").hash())
                .isNotEqualTo(inputs(Map.of("a", "x", "b", "y"), "c", "v").hash());
    }
}
