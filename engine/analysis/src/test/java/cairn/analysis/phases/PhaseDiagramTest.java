package cairn.analysis.phases;

import static cairn.analysis.phases.Published.composition;
import static cairn.analysis.phases.Published.phase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseDiagramTest {
    private final PhaseDiagram published = PhaseDiagram.of(Published.lithiumSilicon());

    @Test
    void formation_energies_are_relative_to_the_elements() {
        Published.FORMATION_EV_PER_ATOM.forEach(
                (formula, energy) -> assertThat(published.formationEnergyEvPerAtom(the(published, formula)))
                        .as(formula)
                        .isCloseTo(energy, within(1e-12)));
    }

    /// As the set has them: Li15Si4 too, for it has no Li17Si4.
    @Test
    void every_published_crystal_is_a_vertex() {
        assertThat(published.stable()).containsExactlyElementsOf(published.phases());
    }

    /// The line from LiSi to Li at Li15Si4 (15/19 Li): 2 (4/19) (-0.2) = -0.0842.
    @Test
    void a_phase_above_the_hull_decomposes_into_its_neighbours() {
        Phase above = phase("Li15Si4", -0.05);
        PhaseDiagram diagram = PhaseDiagram.of(List.of(phase("Si", 0), phase("Li", 0), phase("LiSi", -0.2), above));

        assertThat(diagram.isStable(above)).isFalse();
        assertThat(diagram.energyAboveHullEvPerAtom(above)).isCloseTo(1.6 / 19 - 0.05, within(1e-12));
        Decomposition products = diagram.decomposition(above.composition());
        assertThat(products.words()).isEqualTo("Li + LiSi");
        assertThat(products.shares())
                .extracting(Decomposition.Share::fraction)
                .satisfiesExactly(
                        lithium -> assertThat(lithium).isCloseTo(11.0 / 19, within(1e-9)),
                        compound -> assertThat(compound).isCloseTo(8.0 / 19, within(1e-9)));
    }

    @Test
    void a_phase_on_the_line_between_others_is_no_vertex() {
        Phase between = phase("Li3Si", -0.1);
        PhaseDiagram diagram = PhaseDiagram.of(List.of(phase("Si", 0), phase("Li", 0), phase("LiSi", -0.2), between));

        assertThat(diagram.isStable(between)).isFalse();
        assertThat(diagram.energyAboveHullEvPerAtom(between)).isCloseTo(0, within(1e-9));
    }

    @Test
    void of_two_crystals_of_one_composition_the_lower_one_counts() {
        List<Phase> phases = new ArrayList<>(Published.lithiumSilicon());
        Phase higher = new Phase(
                "Li2Si2", composition("Li2Si2"), 4 * phase("LiSi", -0.1).energyPerAtomEv(), Published.PBE);
        phases.addFirst(higher);
        PhaseDiagram diagram = PhaseDiagram.of(phases);

        assertThat(diagram.lowest(composition("LiSi"))).hasValue(the(diagram, "LiSi"));
        assertThat(diagram.isStable(higher)).isFalse();
        assertThat(diagram.energyAboveHullEvPerAtom(higher)).isCloseTo(0.1057, within(1e-9));
    }

    @Test
    void energies_with_different_fingerprints_are_refused_and_both_are_named() {
        List<Phase> phases = new ArrayList<>(Published.lithiumSilicon());
        phases.add(new Phase("Li17Si4", composition("Li17Si4"), -60, new Fingerprint("PBEsol at 500 eV")));

        assertThat(PhaseDiagram.objections(phases)).singleElement().satisfies(objection -> {
            assertThat(objection.rule()).isEqualTo("E1");
            assertThat(objection.what()).contains("Si with PBE of Oviedo 2023", "Li17Si4 with PBEsol at 500 eV");
        });
        assertThatThrownBy(() -> PhaseDiagram.of(phases))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PBEsol at 500 eV");
    }

    @Test
    void a_missing_element_is_named() {
        List<Phase> phases = List.of(phase("Si", 0), phase("LiSi", -0.2));

        assertThat(PhaseDiagram.objections(phases)).singleElement().satisfies(objection -> {
            assertThat(objection.rule()).isEqualTo("E6");
            assertThat(objection.what()).startsWith("There is no reference for Li");
        });
    }

    private static Phase the(PhaseDiagram diagram, String name) {
        return diagram.phases().stream()
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
