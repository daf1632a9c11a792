package cairn.cli.band;

import static cairn.cli.band.Run.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class NebXBandTest {
    private static final double AGREEMENT_EV = 1e-4;

    @TempDir
    private Path folder;

    @Test
    @Tag("slow")
    void a_band_that_neb_x_ran_here_has_the_barriers_that_neb_x_prints() throws IOException, InterruptedException {
        Run.needs("neb.x", "quantum-espresso and quantum-espresso-data");
        Run.resource("h3.in", folder);

        assertThat(Run.program(folder, "said.txt", "neb.x", "-inp", "h3.in")).isZero();
        String said = Files.readString(folder.resolve("said.txt"));
        JsonNode band = Run.band(folder);

        assertThat(number(band, "barrier_forward_ev")).isCloseTo(last(said, "->"), within(AGREEMENT_EV));
        assertThat(number(band, "barrier_reverse_ev")).isCloseTo(last(said, "<-"), within(AGREEMENT_EV));
        assertThat(band.at("/convergence/code_says").asString()).startsWith("convergence achieved in");
        assertThat(band.required("warnings")).isEmpty();
        assertThat(band.required("missing")).isEmpty();
    }

    @Test
    void an_old_band_is_read_without_neb_x() throws IOException {
        h3("h3.path", "h3.axsf", "h3.dat", "h3.out");

        JsonNode band = Run.band(folder);

        assertThat(number(band, "barrier_forward_ev")).isCloseTo(0.218620, within(1e-6));
        assertThat(number(band, "barrier_reverse_ev")).isCloseTo(0.218620, within(1e-6));
        assertThat(band.required("code_version").asString()).isEqualTo("6.7MaX");
        assertThat(band.required("force_consistent").booleanValue()).isTrue();
        assertThat(band.at("/convergence/saddle").asString()).isEqualTo("yes");
    }

    @Test
    void a_force_is_in_electronvolts_per_angstrom() throws IOException {
        h3("h3.path", "h3.axsf", "h3.dat", "h3.out");

        // The third column of h3.dat is the largest component, in eV/Angstrom, where all forces lie along x.
        assertThat(Run.band(folder).at("/profile/fmax_true_ev_per_ang/0").doubleValue())
                .isCloseTo(
                        Double.parseDouble(Files.readAllLines(folder.resolve("h3.dat"))
                                .getFirst()
                                .strip()
                                .split("\\s+")[2]),
                        within(1e-4));
    }

    @Test
    void without_its_output_the_barriers_come_from_the_table_and_what_is_missing_is_said() throws IOException {
        h3("h3.path", "h3.axsf", "h3.dat");

        JsonNode band = Run.band(folder);

        assertThat(band.at("/printed/file").asString()).isEqualTo("h3.dat");
        assertThat(band.at("/missing/0/what").asString()).startsWith("there is no standard output of neb.x");
        assertThat(band.required("warnings")).isEmpty();
    }

    @Test
    void without_the_cell_the_user_is_told_where_it_is() throws IOException {
        h3("h3.path");

        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("h3.axsf is missing", "copy it from the folder in which neb.x ran");
    }

    @Test
    void a_file_that_was_cut_is_refused_with_its_line() throws IOException {
        h3("h3.path", "h3.axsf");
        String whole = Files.readString(folder.resolve("h3.path"));
        Files.writeString(folder.resolve("h3.path"), whole.substring(0, whole.length() / 2));

        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).containsPattern("h3\\.path:\\d+: .*; give the whole file");
    }

    @Test
    void a_file_that_was_cut_anywhere_is_no_fault_of_ours() throws IOException {
        h3("h3.path", "h3.axsf", "h3.dat", "h3.out");

        Cuts.of(folder);
    }

    @Test
    void of_two_bands_in_one_folder_the_user_names_one() throws IOException {
        h3("h3.path", "h3.axsf", "h3.dat", "h3.out");
        Files.copy(folder.resolve("h3.path"), folder.resolve("old.path"));

        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("more than one band: h3.path, old.path");
        assertThat(number(Run.band(folder.resolve("h3.path")), "barrier_forward_ev"))
                .isCloseTo(0.218620, within(1e-6));
    }

    @Test
    void a_band_is_one_screen_of_text() throws IOException {
        h3("h3.path", "h3.axsf", "h3.dat", "h3.out");

        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isZero();
        assertThat(ended.out().lines()).hasSizeLessThan(24).allMatch(line -> line.length() <= 100);
        assertThat(ended.out())
                .contains("neb.x 6.7MaX: 5 images of 3 atoms, 1 of them fixed, H3")
                .contains("barrier forward      0.2186 eV")
                .contains("neb.x prints        0.2186 eV forward, 0.2186 eV reverse (h3.out)")
                .contains("saddle yes");
    }

    @Test
    void figures_and_tables_go_where_the_user_says_and_nowhere_else() throws IOException {
        h3("h3.path", "h3.axsf", "h3.dat", "h3.out");
        Path figures = folder.resolve("figures");
        Run.band(folder);
        assertThat(folder).isDirectoryNotContaining("glob:**/{profile,curve,band}.*");

        Run.Ended ended = Run.cairn("band", folder.toString(), "--out", figures.toString());

        assertThat(ended.out()).contains(figures.resolve("profile.svg").toString());
        assertThat(figures.resolve("profile.svg")).content().contains("forward 0.219 eV");
        assertThat(figures.resolve("curve.csv")).content().startsWith("coordinate_ang,energy_ev\n0.00000000,");
        assertThat(Files.readAllLines(figures.resolve("profile.csv"))).hasSize(6);
        assertThat(figures.resolve("band.json")).content().contains("\"barrier_forward_ev\"");
        assertThat(number(Run.band(figures.resolve("band.extxyz")), "barrier_forward_ev"))
                .isCloseTo(0.218620, within(1e-6));
    }

    private void h3(String... names) throws IOException {
        for (String name : names) {
            Run.resource("h3/" + name, folder);
        }
    }

    private static double last(String said, String arrow) {
        Pattern line = Pattern.compile("activation energy \\(" + arrow + "\\) =\\s+(\\S+) eV");
        return line.matcher(said)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll(".*=\\s+(\\S+) eV", "$1"))
                .mapToDouble(Double::parseDouble)
                .reduce((_, latest) -> latest)
                .orElseThrow();
    }
}
