package cairn.campaign.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> KEYS = List.of("fmax", "cell", "interior_images", "code", "relax");

    @Test
    void a_swap_of_neighbours_is_one_edit() {
        assertThat(NearestName.distance("rleax", "relax")).isEqualTo(1);
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
    }

    @Test
    void the_name_meant_is_found_and_a_stranger_is_not() {
        assertThat(NearestName.of("intrior_image", KEYS)).contains("interior_images");
        assertThat(NearestName.of("FMAX", KEYS)).contains("fmax");
        assertThat(NearestName.of("hull", KEYS)).isEmpty();
        assertThat(NearestName.of("x", List.of())).isEmpty();
    }

    @Test
    void advice_names_the_nearest_or_else_what_is_known() {
        assertThat(NearestName.advice("cel", KEYS)).isEqualTo("did you mean 'cell'?");
        assertThat(NearestName.advice("hull", KEYS)).isEqualTo("known: fmax, cell, interior_images, code, relax");
        assertThat(NearestName.advice("hull", List.of())).isEmpty();
    }
}
