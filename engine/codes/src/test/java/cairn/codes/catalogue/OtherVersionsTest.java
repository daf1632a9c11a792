package cairn.codes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.output.Fixtures;
import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Resources;
import cairn.codes.output.Step;
import cairn.codes.output.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other versions and programs write otherwise: outputs of the installed ones, with the words of those.
class OtherVersionsTest {
    @TempDir
    private Path folder;

    private static String text(String name) throws IOException {
        return Files.readString(Fixtures.file(name), StandardCharsets.ISO_8859_1);
    }

    private Optional<OutputReader> reader(String text) {
        return Outputs.of(Resources.write(folder.resolve("output"), text));
    }

    private Output read(String text) {
        return reader(text).orElseThrow().read(folder.resolve("output"), _ -> {});
    }

    private Step last(String text) {
        return Resources.last(read(text));
    }

    @Test
    void cp2k_before_8_writes_its_unit_in_parentheses() throws IOException {
        String today = text("cp2k/ef.out");
        Step step = last(today.replace("energy [a.u.]:", "energy (a.u.):"));

        assertThat(step.energies()).isEqualTo(last(today).energies());
    }

    @Test
    void pw_that_lists_no_sites_still_tells_how_many_atoms_there_are() throws IOException {
        String whole = text("espresso/scf.out");
        String without = whole.lines()
                .filter(line -> Stream.of("site n.", "tau(").noneMatch(line::contains))
                .collect(Collectors.joining("\n", "", "\n"));
        Output output = read(without);

        assertThat(output.verdict()).isInstanceOf(Verdict.Complete.class);
        assertThat(Resources.last(output).forces()).isEqualTo(last(whole).forces());
    }

    @Test
    void pw_without_its_head_is_read_from_where_it_begins() throws IOException {
        String whole = text("espresso/relax.out");
        String headless = whole.lines()
                .filter(line ->
                        Stream.of("number of atoms/cell", "site n.", "tau(").noneMatch(line::contains))
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(read(headless).steps()).isEqualTo(read(whole).steps());
        assertThat(last(headless).forces()).isEqualTo(last(whole).forces());
    }

    @Test
    void what_a_script_writes_below_the_text_of_pw_is_no_energy() throws IOException {
        Output output = read(text("espresso/scf.out") + "\n!ASE\n!done\n");

        assertThat(output.verdict()).isInstanceOf(Verdict.Complete.class);
    }

    @Test
    void pw_with_a_high_verbosity_tells_an_energy_of_each_iteration() throws IOException {
        String whole = text("espresso/scf.out");
        String verbose = whole.replace(
                "     End of self-consistent calculation",
                "!    total energy              =     -20.00000000 Ry\n\n     End of self-consistent calculation");

        assertThat(verbose).isNotEqualTo(whole);
        assertThat(last(verbose)).isEqualTo(last(whole));
    }

    @Test
    void the_text_of_another_program_of_espresso_is_not_that_of_pw() throws IOException {
        assertThat(reader(text("espresso/scf.out").replace("Program PWSCF ", "Program PHONON ")))
                .isEmpty();
    }

    @Test
    void the_xml_of_cp_is_not_that_of_pw() throws IOException {
        assertThat(reader(text("espresso/relax.xml").replace("NAME=\"PWSCF\"", "NAME=\"CP\"")))
                .isEmpty();
    }

    @Test
    void bands_of_a_density_need_no_convergence() throws IOException {
        String bands = text("espresso/lsda.xml")
                .replaceFirst("<calculation>scf<", "<calculation>nscf<")
                .replaceFirst("<convergence_achieved>true<", "<convergence_achieved>false<");

        assertThat(read(bands).verdict()).isInstanceOf(Verdict.Complete.class);
    }

    @Test
    void pw_before_6_4_tells_only_the_error_of_its_scf() throws IOException {
        String silent = text("espresso/lsda.xml").replaceFirst("<convergence_achieved>true</convergence_achieved>", "");

        assertThat(read(silent).verdict()).isInstanceOf(Verdict.Complete.class);
        assertThat(read(silent.replaceFirst("<scf_error>[^<]*<", "<scf_error>1e-3<"))
                        .verdict())
                .isInstanceOf(Verdict.Unconverged.class);
    }
}
