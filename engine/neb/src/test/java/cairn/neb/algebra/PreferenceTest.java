package cairn.neb.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PreferenceTest {
    @Test
    void java_can_be_demanded() {
        assertThat(Preference.of("java").algebra()).isSameAs(Algebra.java());
    }

    @Test
    void without_a_word_it_is_the_native_one_if_there_is_one() {
        assertThat(Preference.of("").algebra()).isSameAs(Algebra.openBlas().orElse(Algebra.java()));
    }

    @Test
    void few_operations_are_done_in_java_unless_the_native_one_is_demanded() {
        assertThat(Preference.of("").algebraFor(1e6)).isSameAs(Algebra.java());
        assertThat(Preference.of("").algebraFor(1e10))
                .isSameAs(Preference.of("").algebra());
        Algebra.openBlas()
                .ifPresent(blas ->
                        assertThat(Preference.of("native").algebraFor(1)).isSameAs(blas));
    }

    @Test
    void another_word_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> Preference.of("nativ"))
                .hasMessage("CAIRN_ALGEBRA is 'nativ', but can be java or native only, or be left out");
    }
}
