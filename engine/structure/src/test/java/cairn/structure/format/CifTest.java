package cairn.structure.format;

import static cairn.structure.Crystals.crystal;
import static cairn.structure.Crystals.element;
import static cairn.structure.Crystals.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Cell;
import cairn.structure.Fraction;
import cairn.structure.Positions;
import cairn.structure.Structure;
import cairn.structure.distance.Neighbours;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CifTest {
    private static final String HEAD = """
            data_test
            _cell_length_a 4
            _cell_length_b 5.0(12)
            _cell_length_c 6.
            _cell_angle_alpha 90
            _cell_angle_beta 90.00
            _cell_angle_gamma 90
            """;

    private static final String P1 = """
            loop_
            _symmetry_equiv_pos_as_xyz
            'x, y, z'
            """;

    private static final String SITES = """
            loop_
            _atom_site_label
            _atom_site_fract_x
            _atom_site_fract_y
            _atom_site_fract_z
            _atom_site_occupancy
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Si_origin_1", "Si_origin_2"})
    void silicon_has_eight_atoms_under_either_origin_choice(String name) {
        Structure silicon = Cif.parse(resource("/origins/" + name + ".cif"), name);

        assertThat(silicon.composition().formula()).isEqualTo("Si8");
        assertThat(Neighbours.closest(silicon).distanceAng()).isCloseTo(Math.sqrt(3) / 4 * 5.43102, within(1e-12));
    }

    @Test
    void a_site_of_the_other_origin_choice_is_refused_by_its_multiplicity() {
        String mixed = resource("/origins/Si_origin_1.cif").replace("0.0 0.0 0.0", "0.125 0.125 0.125");

        assertRefused(mixed)
                .hasMessageContaining("site Si1 is said to have multiplicity 8, but the operations make 16 atoms of it")
                .hasMessageContaining("origin choice");
    }

    @Test
    void proportions_that_contradict_the_formula_are_refused() {
        assertRefused(HEAD + "_chemical_formula_sum 'Li2 O'\n" + P1 + SITES + "Li1 0 0 0 1\nO1 .5 .5 .5 1\n")
                .hasMessage("test.cif:8: _chemical_formula_sum is 'Li2 O', but sites and operations make LiO; "
                        + "check sites, operations and origin choice, or correct the formula");
    }

    @Test
    void uncertainties_quotes_comments_text_fields_and_question_marks_are_read() {
        Structure read = Cif.parse(
                """
                # a comment before
                data_test # and one behind
                _publ_section_title
                ;
                A title with a loop_ and 'a quote
                data_no
                ;
                _citation_year ?
                _audit_author_name 'O'Neill, A.'
                """
                        + HEAD.replace("data_test\n", "")
                        + P1
                        + SITES
                        + "Li1 0.25(3) 1.5e-1 -0.5 ?\n\"O1\" .5 +.5 0.5 1.000\n",
                "test.cif");

        assertThat(read.cell()).isEqualTo(Cell.orthorhombic(4, 5, 6));
        assertThat(read.species()).containsExactly(element("Li"), element("O"));
        assertThat(read.positions()).isEqualTo(Positions.of(1, 0.75, -3, 2, 2.5, 3));
    }

    @Test
    void files_with_windows_line_ends_capital_tags_and_a_byte_order_mark_are_read() {
        String text = "\uFEFF" + (HEAD + P1).replace("_cell_length_a", "_CELL_LENGTH_A") + SITES + "Li1 0 0 0 1\n";

        assertThat(Cif.parse(text.replace("\n", "\r\n"), "test.cif").count()).isEqualTo(1);
    }

    @Test
    void sites_are_known_by_their_labels() {
        Cif.Crystal crystal = Cif.parseCrystal(HEAD + P1 + SITES + "Li1 0 0 0 1\nLi2 0.5 0.25 0.125 1\n", "test.cif");

        assertThat(crystal.sites())
                .containsExactly(entry("Li1", new Fraction(0, 0, 0)), entry("Li2", new Fraction(0.5, 0.25, 0.125)));
    }

    @Test
    void a_file_that_lists_all_atoms_and_the_operations_too_has_each_atom_once() {
        String inversion = P1 + "'-x, -y, -z'\n";

        assertThat(Cif.parse(HEAD + inversion + SITES + "Li1 .1 .1 .1 1\nLi2 .9 .9 .9 1\n", "test.cif")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void two_elements_in_one_place_are_refused() {
        assertRefused(HEAD + P1 + SITES + "Ge1 .1 .1 .1 1\nP1 .1 .1 .1 1\n")
                .hasMessageContaining("sites Ge1 and P1 are of different elements and in the same place");
    }

    @Test
    void a_partly_occupied_site_is_refused_by_name_line_and_occupancy() {
        assertRefused(HEAD + P1 + SITES + "Li1 0 0 0 1\nLi2 0.5 0.5 0.5 0.25(1)\n")
                .hasMessage("test.cif:18: site Li2 is occupied to 0.25(1), so the crystal is disordered; "
                        + "give an ordered cell, in which every site is full or empty");
    }

    @Test
    void a_space_group_without_its_operations_is_refused_by_the_missing_tag() {
        assertRefused(HEAD + "_symmetry_space_group_name_H-M 'F d -3 m'\n" + SITES + "Si1 0 0 0 1\n")
                .hasMessageContaining("_symmetry_equiv_pos_as_xyz is missing, and the space group is 'F d -3 m'");
        assertRefused(HEAD + "_space_group_IT_number 227\n" + SITES + "Si1 0 0 0 1\n")
                .hasMessageContaining("the space group is '227'");
        assertRefused(HEAD + SITES + "Si1 0 0 0 1\n").hasMessageContaining("the space group is not given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_symmetry_space_group_name_H-M 'P 1'",
                "_space_group_name_H-M_alt P1",
                "_space_group_IT_number 1"
            })
    void the_group_p1_needs_no_operations(String group) {
        assertThat(Cif.parse(HEAD + group + "\n" + SITES + "Si1 0 0 0 1\n", "test.cif")
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"Li1+,Li", "O2-,O", "Fe3+,Fe", "LI,Li", "Cl-1,Cl", "Si0+,Si"})
    void type_symbols_may_carry_a_charge(String type, String symbol) {
        assertThat(CifSite.ofType(type)).contains(element(symbol));
    }

    @ParameterizedTest
    @ValueSource(strings = {"D", "Wat", "Li(1)", "?", "", "X"})
    void a_type_that_is_no_element_is_not_taken_for_one(String type) {
        assertThat(CifSite.ofType(type)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Li1,Li", "LI1,Li", "O1A,O", "OW1,O", "O(1),O", "Si,Si", "S3,S"})
    void a_label_says_the_element_if_it_can_mean_only_one(String label, String symbol) {
        assertThat(CifSite.ofLabel(label)).contains(element(symbol));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CA1", "SI1", "Wat1", "1Li", "Xx1"})
    void a_label_that_could_mean_two_elements_or_none_says_nothing(String label) {
        assertThat(CifSite.ofLabel(label)).isEmpty();
        assertRefused(HEAD + P1 + SITES + label + " 0 0 0 1\n").hasMessageContaining("_atom_site_type_symbol");
    }

    @Test
    void the_one_block_with_atoms_is_taken_and_two_are_refused() {
        String atoms = HEAD + P1 + SITES + "Li1 0 0 0 1\n";

        assertThat(Cif.parse("data_global\n_journal_year 2026\n" + atoms, "test.cif")
                        .count())
                .isEqualTo(1);
        assertRefused(atoms + atoms.replace("data_test", "data_second"))
                .hasMessageContaining("several data blocks have atoms: test, second");
        assertRefused("data_global\n_journal_year 2026\n").hasMessageContaining("no data block has atoms");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            _cell_length_c 6.            | _cell_length_c ?         | test.cif:1: _cell_length_c is missing
            _cell_length_a 4             | _cell_length_a four      | test.cif:2: _cell_length_a is 'four', which is not a number
            _cell_length_a 4             | _cell_length_b 4         | test.cif:3: _cell_length_b is given twice
            _cell_angle_gamma 90         | _cell_angle_gamma 190    | angles must lie between 0 and 180
            _cell_angle_gamma 90         | _cell_angle_gamma 90 90  | test.cif:7: the value '90' belongs to no tag
            _cell_angle_gamma 90         | _cell_angle_gamma        | test.cif:7: _cell_angle_gamma has no value
            'x, y, z'                    | 'x, y'                   | test.cif:10: 'x, y' is not three coordinates
            'x, y, z'                    | 'x, y, z                 | test.cif:10: a value in quotes has no end
            Li1 0 0 0 1                  | Li1 0 0 0                | test.cif:11: a loop of 5 tags has 4 values
            Li1 0 0 0 1                  | Li1 0 ? 0 1              | test.cif:17: site Li1 has no position
            Li1 0 0 0 1                  | Li1 0 nan 0 1            | which is not a number
            _atom_site_fract_y           | _atom_site_fract_q       | _atom_site_fract_y is missing
            data_test                    | _title                   | comes before any data block
            """)
    void what_cannot_be_read_is_refused_by_line(String right, String wrong, String message) {
        assertRefused((HEAD + P1 + SITES + "Li1 0 0 0 1\n").replace(right, wrong))
                .hasMessageContaining(message);
    }

    @Test
    void an_endless_text_field_is_refused_where_it_begins() {
        assertRefused("data_test\n_title\n;\nno end\n").hasMessageContaining("test.cif:3: a text field has no end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Li7Si3", "Sb", "Li12Si7", "graphite"})
    void what_is_written_reads_back_the_same(String name) {
        Structure crystal = crystal(name);

        Structure back = Cif.parse(Cif.format(crystal), name);

        assertThat(back.species()).isEqualTo(crystal.species());
        assertThat(back.cell().toArray()).containsExactly(crystal.cell().toArray(), within(1e-12));
        assertThat(back.positions().toArray())
                .containsExactly(crystal.positions().toArray(), within(1e-12));
    }

    @Test
    void a_crystal_of_ten_thousand_atoms_reads_back() {
        Structure large = crystal("Si").supercell(11, 11, 11);

        Structure back = Cif.parse(Cif.format(large), "large.cif");

        assertThat(back.species()).isEqualTo(large.species());
        assertThat(back.densityGPerCm3()).isCloseTo(large.densityGPerCm3(), within(1e-12));
    }

    @Test
    void a_left_handed_cell_is_not_written_as_its_mirror_image() {
        Structure mirrored =
                Structure.free(Cell.of(0, 4, 0, 4, 0, 0, 0, 0, 4), List.of(element("Li")), Positions.of(0, 0, 0));

        assertThatThrownBy(() -> Cif.format(mirrored)).hasMessageContaining("left-handed");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String text) {
        return assertThatThrownBy(() -> Cif.parse(text, "test.cif")).isInstanceOf(FormatException.class);
    }
}
