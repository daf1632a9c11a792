package cairn.codes.output;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Decimal numbers in bytes, exactly as [Double#parseDouble] reads them but many times as fast.
///
///     number   := [+-] (digits [. [digits]] | . digits) [exponent]
///     exponent := (E | D | e | d) [+-] digits
///
/// A number of at most 15 digits and a power of ten up to 22 are exact as doubles, so their product or quotient is
/// rounded once (Clinger, PLDI 1990, section 4). All others are left to the JDK.
final class Decimals {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final int EXACT_DIGITS = 15;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([Ee][+-]?\\d+)?");

    private Decimals() {}

    /// Where the word ends that may be a number: at a blank, or before a sign that follows a digit or a point.
    static int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] > ' ' && !(at > from && isSign(bytes[at]) && !isExponent(bytes[at - 1]))) {
            at++;
        }
        return at;
    }

    /// NaN if the bytes are no number.
    static double parse(byte[] bytes, int from, int to) {
        int at = from < to && isSign(bytes[from]) ? from + 1 : from;
        long digits = 0;
        int significant = 0;
        int read = 0;
        int decimals = 0;
        boolean point = false;
        for (; at < to; at++) {
            byte b = bytes[at];
            if (isDigit(b)) {
                digits = 10 * digits + (b - '0');
                significant += significant > 0 || b > '0' ? 1 : 0;
                decimals += point ? 1 : 0;
                read++;
            } else if (b == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (read == 0 || (at < to && !isExponent(bytes[at]))) {
            return Double.NaN;
        }
        int scale = (at < to ? exponent(bytes, at, to) : 0) - decimals;
        if (significant > EXACT_DIGITS || Math.abs(scale) >= POWERS.length) {
            return slowly(bytes, from, to);
        }
        double value = scale < 0 ? digits / POWERS[-scale] : digits * POWERS[scale];
        return bytes[from] == '-' ? -value : value;
    }

    /// More than any power in the table if these bytes are no short exponent.
    private static int exponent(byte[] bytes, int from, int to) {
        int at = from + 1;
        boolean signed = at < to && isSign(bytes[at]);
        int first = signed ? at + 1 : at;
        if (first == to || to - first > 3) {
            return Short.MAX_VALUE;
        }
        int value = 0;
        for (int digit = first; digit < to; digit++) {
            if (!isDigit(bytes[digit])) {
                return Short.MAX_VALUE;
            }
            value = 10 * value + (bytes[digit] - '0');
        }
        return signed && bytes[at] == '-' ? -value : value;
    }

    private static double slowly(byte[] bytes, int from, int to) {
        String word = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
                .replace('D', 'E')
                .replace('d', 'e');
        return NUMBER.matcher(word).matches() ? Double.parseDouble(word) : Double.NaN;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isSign(byte b) {
        return b == '+' || b == '-';
    }

    private static boolean isExponent(byte b) {
        return b == 'E' || b == 'e' || b == 'D' || b == 'd';
    }
}
