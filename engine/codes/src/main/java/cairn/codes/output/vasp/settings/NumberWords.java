package cairn.codes.output.vasp.settings;

import cairn.codes.output.Line;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/// Numbers in short texts.
public final class NumberWords {
    private static final int MOST = 200;

    private NumberWords() {}

    /// The numbers that a text begins with, separated by blanks.
    public static List<Double> leading(String text) {
        double[] numbers = new double[MOST];
        int count = Line.of(text).numbers(0, numbers);
        return Arrays.stream(numbers, 0, count).boxed().toList();
    }

    /// Without zeros at the end, and without what rounding adds: 520, 0.05.
    public static String shortly(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(7));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
