package cairn.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTest {
    @Test
    void a_formula_is_read_and_written() {
        Composition garnet = Composition.ofFormula("Li7La3Zr2O12").orElseThrow();

        assertThat(garnet.total()).isEqualTo(24);
        assertThat(garnet.formula()).isEqualTo("Li7La3Zr2O12");
    }

    @Test
    void an_element_that_comes_twice_is_counted_once() {
        assertThat(Composition.ofFormula("CH3CH2OH").orElseThrow().formula()).isEqualTo("C2H6O");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "li", "Xx2", "Li0", "Li1.5", "Li(OH)", "4Li", "Li Si"})
    void what_is_no_plain_formula_is_none(String text) {
        assertThat(Composition.ofFormula(text)).isEmpty();
    }

    @Test
    void one_formula_unit_is_equal_however_many_there_were_and_in_whatever_order() {
        Composition cell = Composition.ofFormula("Si16Li60").orElseThrow();

        assertThat(cell.reduced()).isEqualTo(Composition.ofFormula("Li15Si4").orElseThrow());
        assertThat(cell.without(Element.ofSymbol("Li").orElseThrow()).formula()).isEqualTo("Si16");
    }
}
