package cairn.codes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.codes.output.Fixtures;
import cairn.codes.output.Output;
import cairn.codes.output.Verdict;
import cairn.structure.format.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives and custodian pack the files of runs that are over.
class PackedOutputsTest {
    @TempDir
    private Path folder;

    private static byte[] packed(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            Files.copy(file, gzip);
        }
        return bytes.toByteArray();
    }

    private static Output read(Path file) {
        return Outputs.of(file).orElseThrow().read(file, _ -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "espresso/relax.out",
                "espresso/relax.xml",
                "espresso/scf_notconv.out",
                "cp2k/killed.out",
                "vasp/OUTCAR",
                "vasp/vasprun.xml"
            })
    void a_file_packed_by_gzip_says_what_it_said_before(String name) throws IOException {
        Path alone = Files.copy(Fixtures.file(name), folder.resolve("alone"));
        Path packed = Files.write(folder.resolve("packed.gz"), packed(alone));

        assertThat(read(packed)).hasToString(read(alone).toString());
    }

    @Test
    void files_of_one_run_find_each_other_when_they_are_packed() throws IOException {
        for (String name : new String[] {"OUTCAR", "OSZICAR", "vasprun.xml"}) {
            Files.write(folder.resolve(name + ".gz"), packed(Fixtures.file("vasp/" + name)));
        }
        String other = Files.readString(Fixtures.file("vasp/OSZICAR")).replace("F= -.2083", "F= -.2093");
        Files.writeString(folder.resolve("other"), other);
        Output agreed = read(folder.resolve("OUTCAR.gz"));
        Files.write(folder.resolve("OSZICAR.gz"), packed(folder.resolve("other")));

        assertThat(agreed.warnings()).isEmpty();
        assertThat(read(folder.resolve("OUTCAR.gz"))).asString().contains("OUTCAR and OSZICAR of one run");
    }

    @Test
    void a_packed_file_that_was_cut_is_read_up_to_there() throws IOException {
        byte[] whole = packed(Fixtures.file("espresso/relax.out"));
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length * 2 / 3));

        Output output = read(cut);

        assertThat(output.verdict()).isInstanceOf(Verdict.Truncated.class);
        assertThat(output.steps()).isPositive();
        for (int length : new int[] {2, 5, 12}) {
            Path stump = Files.write(folder.resolve("stump.gz"), Arrays.copyOf(whole, length));
            assertThat(Outputs.of(stump)).isEmpty();
        }
    }

    @Test
    void a_damaged_one_is_no_output() throws IOException {
        byte[] bytes = packed(Fixtures.file("espresso/relax.out"));
        Arrays.fill(bytes, 200, 400, (byte) 0xff);
        Path damaged = Files.write(folder.resolve("damaged.gz"), bytes);

        assertThatThrownBy(() -> read(damaged))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("what gzip wrote is damaged");
    }

    @ParameterizedTest
    @CsvSource({"fd377a585a00, unxz -k", "425a6839314159265359, bunzip2 -k", "28b52ffd04, unzstd", "504b0304, unzip"})
    void what_others_packed_is_named_with_the_command_that_unpacks_it(String begins, String unpack) throws IOException {
        Path packed = Files.write(folder.resolve("scf.out"), HexFormat.of().parseHex(begins));

        assertThatThrownBy(() -> Outputs.of(packed))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("it is packed; unpack it first: " + unpack + " " + packed);
    }
}
