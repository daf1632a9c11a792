package cairn.codes.dft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cairn.codes.Code;
import cairn.codes.Remark;
import cairn.codes.catalogue.Codes;
import cairn.structure.Cell;
import cairn.structure.Structure;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an expert would ask, on structures made for each question.
class DftRemarksTest {
    private static final Structure SILICON = Crystals.silicon(5.43, 0);

    private static List<String> remarks(Structure structure, String changed) {
        String usual = """
                "functional":"PBE","cutoff_ev":500.0,"k_points":{"spacing_per_ang":0.25},"smearing":"gaussian",
                "smearing_width_ev":0.05,"scf_convergence_ev":1e-6,"scf_iterations":100""";
        return Codes.of("{\"use\":\"gpaw\"," + usual + changed + "}").orElseThrow().remarks(structure).stream()
                .map(remark -> remark.rule() + ": " + remark.what())
                .toList();
    }

    @Test
    void usual_settings_for_a_crystal_raise_no_question() {
        assertThat(remarks(SILICON, "")).isEmpty();
    }

    @Test
    void a_metal_with_fixed_occupations() {
        assertThat(remarks(Crystals.of("Li"), ",\"smearing\":\"none\""))
                .contains("W7: fixed occupations (smearing: none) for a metal of Li");
        assertThat(remarks(SILICON, ",\"smearing\":\"none\"")).isEmpty();
    }

    @Test
    void a_transition_metal_without_spin() {
        assertThat(remarks(Crystals.titaniumCarbide(4.33), ""))
                .containsExactly("W10: spin: none with Ti, whose d shell may be open");
        assertThat(remarks(Crystals.titaniumCarbide(4.33), ",\"spin\":\"collinear\",\"moments\":{\"Ti\":1.0}"))
                .isEmpty();
        assertThat(remarks(Crystals.titaniumCarbide(4.33), ",\"spin\":\"collinear\""))
                .containsExactly("W10: spin: collinear without moments ends as it starts, at none");
    }

    @Test
    void a_charged_cell() {
        assertThat(remarks(SILICON, ",\"charge\":1.0"))
                .containsExactly("E7: a charge of 1.0 in a cell that repeats: nothing corrects the energy for it");
    }

    @Test
    void a_cutoff_in_the_wrong_unit() {
        assertThat(remarks(SILICON, ",\"cutoff_ev\":60.0"))
                .containsExactly("W17: a cutoff of 60.0 eV (4.4 Ry) is unusual");
    }

    @Test
    void a_mesh_that_is_too_coarse_for_the_cell() {
        assertThat(remarks(SILICON, ",\"k_points\":{\"mesh\":[2,2,2]}"))
                .containsExactly("W8: the mesh 2 2 2 leaves points 1.00 1/Angstrom apart");
    }

    @Test
    void a_slab_with_k_points_across_a_thin_vacuum() {
        Structure slab = SILICON.withCell(Cell.orthorhombic(3, 3, 12), SILICON.positions());
        assertThat(remarks(slab, ""))
                .containsExactly(
                        "W2: the vacuum along c is 10.6 Angstrom",
                        "W2: 3 k-points along c, across a vacuum",
                        "W11: dispersion: none for a slab or layers");
    }

    @Test
    void a_pseudopotential_that_asks_for_more() {
        // Its header says wfc_cutoff="4.374353992864e1", in Ry.
        Installed.file("/usr/share/espresso/pseudo/Si.pbe-nl-rrkjus_psl.1.0.0.UPF", "quantum-espresso-data");
        assertThat(espresso(250).remarks(SILICON))
                .extracting(Remark::what)
                .containsExactly("Si.pbe-nl-rrkjus_psl.1.0.0.UPF asks for a cutoff of 595 eV");
    }

    @Test
    void a_cell_that_relaxes_with_a_cutoff_for_one_volume() {
        Installed.file("/usr/share/espresso/pseudo/Si.pbe-nl-rrkjus_psl.1.0.0.UPF", "quantum-espresso-data");
        assertThat(espresso(600).remarks(SILICON)).isEmpty();
        assertThat(espresso(600).remarksOnFreeCell(SILICON))
                .extracting(Remark::rule, Remark::what)
                .containsExactly(tuple(
                        "W9", "the cell relaxes, and Si.pbe-nl-rrkjus_psl.1.0.0.UPF asks for a cutoff of 595 eV"));
        assertThat(espresso(775).remarksOnFreeCell(SILICON)).isEmpty();
    }

    private static Code espresso(double cutoffEv) {
        return Codes.of("""
                        {"use":"qe","functional":"PBE","cutoff_ev":%s,"k_points":{"spacing_per_ang":0.25},
                         "smearing":"none","scf_convergence_ev":1e-6,"scf_iterations":100,
                         "pseudopotentials":"debian-espresso"}""".formatted(cutoffEv)).orElseThrow();
    }
}
