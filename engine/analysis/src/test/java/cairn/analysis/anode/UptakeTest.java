package cairn.analysis.anode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Composition;
import cairn.structure.Element;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UptakeTest {
    private static final Element LITHIUM = Element.ofSymbol("Li").orElseThrow();

    private static Composition formula(String text) {
        return Composition.ofFormula(text).orElseThrow();
    }

    private static Optional<Uptake> uptake(String host, String... products) {
        return Uptake.of(
                formula(host), Stream.of(products).map(UptakeTest::formula).toList(), LITHIUM);
    }

    @Test
    void an_alloy_holds_its_content_whatever_the_cells_are() {
        assertThat(uptake("Si8", "Li340Si80").orElseThrow().ions()).isCloseTo(4.25, within(1e-12));
    }

    @Test
    void ions_of_the_host_are_not_taken_up() {
        assertThat(uptake("Li8Ti10O24", "Li14Ti10O24").orElseThrow().ions()).isCloseTo(3, within(1e-12));
    }

    /// Mg2Si + 17/4 Li = 1/4 Li17Si4 + 2 Mg.
    @Test
    void a_host_that_falls_apart_leaves_shares_of_its_crystals() {
        Uptake conversion = uptake("Mg8Si4", "Li340Si80", "Mg2").orElseThrow();

        assertThat(conversion.ions()).isCloseTo(4.25, within(1e-12));
        assertThat(conversion.ofProducts(unit -> unit.equals(formula("Mg")) ? 1 : 0))
                .isCloseTo(2, within(1e-12));
    }

    @Test
    void crystals_that_do_not_hold_what_the_host_holds_are_no_uptake() {
        assertThat(uptake("Si", "LiAl")).isEmpty();
        assertThat(uptake("Mg2Si", "Li17Si4")).isEmpty();
        assertThat(uptake("LiSi", "Si")).isEmpty();
        assertThat(uptake("Mg2Si", "Li17Si4", "Mg", "Al")).isEmpty();
    }

    /// Oviedo et al., J. Phys. Chem. A 127, 2637 (2023): -0.2427 eV per atom for Li15Si4, so 0.307 V.
    @Test
    void the_mean_voltage_is_the_formation_energy_for_each_ion() {
        double formation = 19 * -0.2427;
        Map<Composition, Double> energies = Map.of(formula("Li15Si4"), 15 * -1.8969 + 4 * -5.3985 + formation);

        assertThat(uptake("Si", "Li15Si4").orElseThrow().meanVoltageV(-5.3985, energies::get, -1.8969, 1))
                .isCloseTo(-formation / 15, within(1e-12));
    }

    @Test
    void an_ion_of_charge_two_has_half_the_voltage() {
        Uptake magnesium = Uptake.of(
                        formula("Si"),
                        List.of(formula("Mg2Si")),
                        Element.ofSymbol("Mg").orElseThrow())
                .orElseThrow();

        assertThat(magnesium.meanVoltageV(0, _ -> -0.8, 0, 2)).isCloseTo(0.2, within(1e-12));
    }
}
