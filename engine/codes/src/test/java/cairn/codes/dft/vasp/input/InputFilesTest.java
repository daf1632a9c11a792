package cairn.codes.dft.vasp.input;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.dft.Crystals;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.vasp.MadeUpPotcars;
import cairn.codes.dft.vasp.potcar.PotcarChoice;
import cairn.codes.dft.vasp.potcar.PotcarLibrary;
import cairn.codes.dft.vasp.potcar.PotcarVariants;
import cairn.codes.dft.vasp.potcar.Potcars;
import cairn.structure.Constraints;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class InputFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void potcars() throws IOException {
        MadeUpPotcars.in(folder);
    }

    private Map<String, String> inputs(Structure structure, String more) {
        DftSettings settings =
                DftSettings.of("vasp", (ObjectNode) JsonMapper.shared().readTree("""
                {"functional":"PBE","cutoff_ev":520.0,"k_points":{"spacing_per_ang":1.0},
                 "smearing":"gaussian","smearing_width_ev":0.05,"scf_convergence_ev":1e-6,"scf_iterations":100%s}""".formatted(more)));
        PotcarChoice choice = new Potcars(
                        new PotcarLibrary(folder), new PotcarVariants(new TreeMap<>()), settings.functional())
                .of(structure.species());
        assertThat(choice.objections()).isEmpty();
        SequencedMap<String, String> run = new LinkedHashMap<>();
        run.put("NSW", "0");
        return InputFiles.of(settings, structure, choice.potcars(), run);
    }

    @Test
    void a_plain_calculation_says_what_an_expert_would_say_and_no_more() {
        Map<String, String> inputs = inputs(Crystals.silicon(5.43, 0), "");

        assertThat(inputs.get("INCAR")).isEqualTo("""
                SYSTEM = Si2
                NSW = 0
                PREC = Accurate
                ENCUT = 520
                LREAL = .FALSE.
                GGA = PE
                ALGO = Normal
                EDIFF = 1.0E-6
                NELM = 100
                ISMEAR = 0
                SIGMA = 0.05
                ISPIN = 1
                """);
        assertThat(inputs.get("KPOINTS")).isEqualTo("""
                a mesh that contains Gamma, by Cairn
                0
                Gamma
                3 3 3
                0 0 0
                """);
        assertThat(inputs.get("POSCAR")).isEqualTo("""
                Si2
                1.0
                0.0 2.715 2.715
                2.715 0.0 2.715
                2.715 2.715 0.0
                Si
                2
                Cartesian
                0.0 0.0 0.0
                1.3575 1.3575 1.3575
                """);
        assertThat(inputs).hasSize(3);
    }

    /// Each setting of the vocabulary at the tag where VASP's wiki wants it; Fe stands before O as it does in POSCAR.
    @Test
    void all_settings_are_in_their_tags_and_own_words_come_last() {
        Map<String, String> inputs = inputs(Crystals.of("Fe", "O", "Fe", "Li"), """
                ,"spin":"collinear","moments":{"Fe":4.5,"O":0.6},"charge":-1.0,"dispersion":"d3-bj",
                "hubbard_u_ev":{"Fe":5.3},"smearing":"methfessel-paxton","smearing_width_ev":0.1,
                "vasp":{"algo":"Fast","LREAL":"Auto","ncore":4,"lorbit":10,"dipol":[0.5,0.5,0.25]}""");

        assertThat(inputs.get("INCAR")).isEqualTo("""
                SYSTEM = Fe2OLi
                NSW = 0
                PREC = Accurate
                ENCUT = 520
                LREAL = Auto
                GGA = PE
                LASPH = .TRUE.
                IVDW = 12
                ALGO = Fast
                EDIFF = 1.0E-6
                NELM = 100
                ISMEAR = 1
                SIGMA = 0.1
                ISPIN = 2
                MAGMOM = 2*4.5 1*0.6 1*0
                LORBIT = 10
                LDAU = .TRUE.
                LDAUTYPE = 2
                LDAUL = 2 -1 -1
                LDAUU = 5.3 0 0
                LDAUJ = 0 0 0
                LMAXMIX = 4
                NELECT = 38
                NCORE = 4
                DIPOL = 0.5 0.5 0.25
                """);
    }

    @Test
    void each_functional_has_its_tag_and_a_meta_gga_stands_alone() {
        assertThat(tags("PBEsol")).contains("GGA = PS").doesNotContain("LASPH = .TRUE.");
        assertThat(tags("RPBE")).contains("GGA = RP");
        assertThat(tags("r2SCAN"))
                .contains("METAGGA = R2SCAN", "LASPH = .TRUE.", "ALGO = All")
                .noneMatch(line -> line.startsWith("GGA"));
    }

    @Test
    void the_potcars_of_lda_say_themselves_what_they_are() throws IOException {
        new MadeUpPotcars(folder).add("Si", "Si", "CA", 4, 245);

        assertThat(tags("LDA")).noneMatch(line -> line.contains("GGA"));
    }

    private Stream<String> tags(String functional) {
        return inputs(Crystals.silicon(5.43, 0), ",\"functional\":\"" + functional + "\"")
                .getOrDefault("INCAR", "")
                .lines();
    }

    @Test
    void large_cells_have_projectors_in_real_space() {
        assertThat(inputs(Crystals.cubicSilicon(5.43, 0).supercell(2, 2, 1), "").get("INCAR"))
                .contains("LREAL = Auto");
    }

    @Test
    void held_atoms_stand_where_their_element_does() {
        BitSet held = new BitSet();
        held.set(2);
        Structure structure = Crystals.of("Fe", "O", "Fe", "Li");

        assertThat(inputs(
                                new Structure(
                                        structure.cell(),
                                        structure.species(),
                                        structure.positions(),
                                        Constraints.of(held)),
                                "")
                        .get("POSCAR"))
                .isEqualTo("""
                Fe2OLi
                1.0
                12.0 0.0 0.0
                0.0 5.0 0.0
                0.0 0.0 5.0
                Fe O Li
                2 1 1
                Selective dynamics
                Cartesian
                0.0 0.0 0.0 T T T
                6.0 0.0 0.0 F F F
                3.0 0.0 0.0 T T T
                9.0 0.0 0.0 T T T
                """);
    }
}
