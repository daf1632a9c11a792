package cairn.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.config.Isotopes;

class ElementTest {
    @Test
    void every_row_of_the_table_is_the_element_that_cdk_has_at_its_number() {
        assertThat(IntStream.rangeClosed(1, ElementTable.LAST))
                .allSatisfy(number -> assertThat(ElementTable.row(number).symbol())
                        .isEqualTo(Elements.ofNumber(number).symbol()));
    }

    @Test
    void symbols_are_found_exactly_as_chemists_write_them() {
        assertThat(Element.ofSymbol("Li")).contains(new Element(3, "Li"));
        assertThat(Element.ofNumber(14)).contains(new Element(14, "Si"));
        assertThat(Element.ofSymbol("LI")).isEmpty();
        assertThat(Element.ofSymbol("D")).isEmpty();
        assertThat(Element.ofSymbol("R")).isEmpty();
        assertThat(Element.ofNumber(0)).isEmpty();
        assertThat(Element.ofNumber(119)).isEmpty();
    }

    @Test
    void a_number_with_another_elements_symbol_is_no_element() {
        assertThatThrownBy(() -> new Element(3, "Si")).hasMessage("element 3 is not called Si");
    }

    @Test
    void masses_are_those_of_iupac_where_cdk_is_dated() {
        assertThat(massAmu("Ge")).isEqualTo(72.630);
        assertThat(massAmu("S")).isEqualTo(32.06);
        assertThat(massAmu("Li")).isEqualTo(6.94);
        assertThat(massAmu("Si")).isEqualTo(28.085);
    }

    @Test
    void masses_agree_with_natural_isotope_mixtures_of_cdk() throws IOException {
        Isotopes isotopes = Isotopes.getInstance();
        // CDK's table is of another decade and has no natural mixture of these.
        Set<String> withoutMixture = Set.of(
                "Tc", "Pm", "Po", "At", "Rn", "Fr", "Ra", "Ac", "Np", "Pu", "Am", "Cm", "Bk", "Cf", "Es", "Fm", "Md",
                "No");
        assertThat(IntStream.rangeClosed(1, 92)
                        .mapToObj(number -> Element.ofNumber(number).orElseThrow())
                        .filter(element -> !withoutMixture.contains(element.symbol())))
                .allSatisfy(element -> assertThat(isotopes.getNaturalMass(element.atomicNumber()))
                        .isCloseTo(element.massAmu(), within(1e-3 * element.massAmu())));
    }

    @Test
    void radii_are_those_of_cordero_where_cdk_is_dated() {
        assertThat(radiusAng("La")).isEqualTo(2.07);
        assertThat(radiusAng("Li")).isEqualTo(1.28);
        assertThat(radiusAng("Si")).isEqualTo(1.11);
        assertThat(radiusAng("O")).isEqualTo(0.66);
        assertThat(radiusAng("Og")).isEqualTo(1.57);
    }

    private static double massAmu(String symbol) {
        return Element.ofSymbol(symbol).orElseThrow().massAmu();
    }

    private static double radiusAng(String symbol) {
        return Element.ofSymbol(symbol).orElseThrow().covalentRadiusAng();
    }
}
