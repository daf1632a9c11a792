package cairn.campaign.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Problem;
import cairn.campaign.yaml.Problems;
import cairn.campaign.yaml.YamlReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {
    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource({"12, 12", "012, 12", "+7, 7", "0x1F, 31", "0o14, 12", "-3, -3"})
    void whole_numbers_are_those_of_yaml_1_2(String text, int value) {
        assertThat(read(Shapes.integer(-10, 100), text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.9", "'7'", "seven", "1e2", "101", "99999999999999999999", "true", "[7]", "7_0"})
    void what_is_no_whole_number_in_range_is_refused(String text) {
        assertThat(read(Shapes.integer(0, 100), text)).isEmpty();
        assertThat(problems.sorted()).singleElement().asString().contains("must be a whole number from 0 to 100, not ");
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.01", ".5, 0.5", "1e-3, 0.001", "2, 2.0", "-1.5, -1.5"})
    void decimals_are_read(String text, double value) {
        assertThat(read(Shapes.number(), text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'0.01'", ".inf", ".nan", "1e999", "0,01", "~"})
    void what_is_no_finite_number_is_refused(String text) {
        assertThat(read(Shapes.number(), text)).isEmpty();
        assertThat(problems.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "12:30:00, PT12H30M",
        "'\"00:30:00\"', PT30M",
        "2-00:00:00, PT48H",
        "90 min, PT1H30M",
        "36h, PT36H",
        "1 d, PT24H",
        "100:00:00, PT100H"
    })
    void walltimes_are_read_as_hpc_users_write_them(String text, Duration value) {
        assertThat(read(Quantities.duration(), text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "12:30", "12:60:00", "00:00:00", "0 min", "90 minutes", "-1 h", "PT1H"})
    void an_ambiguous_walltime_is_refused(String text) {
        assertThat(read(Quantities.duration(), text)).isEmpty();
        assertThat(problems.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"4 GB, 4000", "500 MB, 500", "1GiB, 1074", "2 TB, 2000000", "1 MiB, 2"})
    void memory_is_in_megabytes_rounded_up(String text, int megabytes) {
        assertThat(read(Quantities.memoryMb(), text)).contains(megabytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4 gb", "4 Gb", "0 MB", "1.5 GB", "9999999 TB"})
    void memory_without_its_unit_is_refused(String text) {
        assertThat(read(Quantities.memoryMb(), text)).isEmpty();
        assertThat(problems.count()).isEqualTo(1);
    }

    @Test
    void a_mapping_reports_all_that_is_wrong_with_it() {
        Key.Required<Integer> cores = Key.required("cores", Shapes.integer(1, 8), "cores");
        Key.Defaulted<Double> fmax = Key.defaulted("fmax", Shapes.positive(), 0.01, "force");
        MappingShape shape = MappingShape.of("test", List.of(cores, fmax));

        assertThat(read(shape, "{fmax: -1, coers: 4}")).isEmpty();
        assertThat(problems.sorted().stream().map(Problem::toString))
                .containsExactly(
                        "test.yaml:1:1: test needs the key 'cores'",
                        "test.yaml:1:8: fmax must be a number above 0, not -1",
                        "test.yaml:1:12: unknown key 'coers' in test; did you mean 'cores'?");
        assertThat(read(shape, "{cores: 3}").map(said -> said.get(fmax))).contains(0.01);
    }

    private <T> Optional<T> read(Shape<T> shape, String text) {
        Node node = YamlReader.read("test.yaml", text.getBytes(UTF_8), new Problems())
                .orElseThrow();
        return shape.read(node, new Reading(problems, "value"));
    }
}
