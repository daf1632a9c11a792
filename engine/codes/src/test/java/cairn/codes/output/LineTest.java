package cairn.codes.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    @Test
    void numbers_are_those_of_the_jdk_to_the_last_bit() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
            String format = i % 3 == 0 ? "%." + (i % 17) + "f" : "%." + (i % 19) + "E";
            String word = String.format(Locale.ROOT, format, number);
            assertThat(number(word)).as(word).isEqualTo(Double.parseDouble(word));
        }
    }

    @Test
    void fortran_writes_doubles_with_a_d() {
        assertThat(number("-0.1234D-02")).isEqualTo(-0.1234e-2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "+.", "****", "NaN", "1.2.3", "1e", "1e+", "0x1p3", "1f", "--1", "1-2", "Infinity"
            })
    void what_is_no_number_is_not_a_number(String word) {
        assertThat(number(word)).isNaN();
    }

    @Test
    void a_minus_sign_begins_a_number_where_no_blank_is_left() {
        double[] numbers = new double[4];
        assertThat(Line.of("x  0.25-11.50 1.0E-3-2  end").numbers(1, numbers)).isEqualTo(4);
        assertThat(numbers).containsExactly(0.25, -11.5, 1e-3, -2);
    }

    @Test
    void numbers_stop_at_what_is_none() {
        double[] numbers = new double[4];
        assertThat(Line.of(" 1.5 ***** 2.5").numbers(0, numbers)).isEqualTo(1);
    }

    @Test
    void full_columns_need_no_blanks() {
        Line line = Line.of("1234.56789.12");
        assertThat(line.number(0, 7)).isEqualTo(1234.56);
        assertThat(line.number(7, 40)).isEqualTo(789.12);
        assertThat(line.number(20, 40)).isNaN();
    }

    @Test
    void what_follows_a_phrase_is_found() {
        Line line = Line.of("   total energy  =   -15.5 Ry");
        assertThat(line.begins("total")).isTrue();
        assertThat(line.numberAfter("energy")).isEqualTo(-15.5);
        assertThat(line.numberAfter("enthalpy")).isNaN();
        assertThat(line.textAfter("=")).isEqualTo("-15.5 Ry");
        assertThat(line.word(1)).isEqualTo("energy");
        assertThat(line.word(4)).isEqualTo("Ry");
        assertThat(line.word(5)).isEmpty();
        assertThat(line.indexOf("Ry")).isEqualTo(27);
        assertThat(line.indent()).isEqualTo(3);
        assertThat(line.first()).isEqualTo('t');
    }

    @Test
    void a_blank_line_has_nothing() {
        Line line = Line.of("  ");
        assertThat(line.isBlank()).isTrue();
        assertThat(line.begins("x")).isFalse();
        assertThat(line.word(0)).isEmpty();
        assertThat(line.numberFrom(0)).isNaN();
    }

    private static double number(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
        return Decimals.parse(bytes, 0, bytes.length);
    }
}
