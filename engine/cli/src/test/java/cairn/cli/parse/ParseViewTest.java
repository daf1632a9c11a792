package cairn.cli.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import cairn.cli.progress.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ParseViewTest {
    private static final Path OUTPUTS =
            Path.of(System.getProperty("cairn.root"), "engine/codes/src/test/resources/cairn/codes/output");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_finished_calculation_is_told_with_units_in_the_keys() {
        assertThat(json(OUTPUTS.resolve("espresso/relax.out"))).isEqualTo(Exit.DONE);

        JsonNode said = line(0);
        assertThat(said.get("code").asString()).isEqualTo("pw.x");
        assertThat(said.get("verdict").asString()).isEqualTo("complete");
        assertThat(said.get("steps").intValue()).isEqualTo(3);
        assertThat(said.get("energy_ev").doubleValue()).isCloseTo(-275.568, within(1e-4));
        assertThat(said.get("forces_ev_per_ang").size()).isEqualTo(2);
        // ASE 3.22.1 reads -7.2734629 GPa.
        assertThat(said.get("stress_gpa").get(0).doubleValue()).isCloseTo(-7.27346, within(1e-4));
        assertThat(said.get("fingerprint").get("functional").asString()).isEqualTo("PBE");
    }

    @Test
    void there_is_one_line_for_each_file_and_the_worst_counts() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter"), "Dear Erwin,\n");
        Path missing = folder.resolve("none");

        assertThat(json(OUTPUTS.resolve("cp2k/ok.out"), letter)).isEqualTo(Exit.STEP_FAILED);
        assertThat(json(missing, OUTPUTS.resolve("cp2k/ok.out"))).isEqualTo(Exit.WRONG);

        assertThat(line(1).get("verdict").asString()).isEqualTo("unknown_code");
        assertThat(line(2).get("verdict").isNull()).isTrue();
        assertThat(line(3).get("verdict").asString()).isEqualTo("complete");
        assertThat(err.toString()).contains("there is no such file");
    }

    @Test
    void what_was_not_said_is_null_and_an_error_has_its_signature() {
        assertThat(json(OUTPUTS.resolve("espresso/missing_pseudo.out"))).isEqualTo(Exit.STEP_FAILED);

        assertThat(line(0).get("energy_ev").isNull()).isTrue();
        assertThat(line(0).get("forces_ev_per_ang").isNull()).isTrue();
        assertThat(line(0).get("error").get("signature").asString()).isEqualTo("espresso/pseudopotential-missing");
    }

    @Test
    void people_get_a_short_block() {
        ParseView.tell(List.of(OUTPUTS.resolve("espresso/bad_card.out")), console(Console.Format.TEXT));

        assertThat(out.toString())
                .contains("bad_card.out: not this calculation")
                .contains("K_POINT AUTOMATIC")
                .contains("eV/Ang");
    }

    private Exit json(Path... files) {
        return ParseView.tell(Arrays.asList(files), console(Console.Format.JSON));
    }

    private Console console(Console.Format format) {
        return new Console(new PrintWriter(out), new PrintWriter(err), new Terminal.None(), format);
    }

    private JsonNode line(int number) {
        return JsonMapper.shared().readTree(out.toString().lines().toList().get(number));
    }
}
