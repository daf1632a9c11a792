package cairn.structure.symmetry;

import cairn.structure.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A space-group operation on fractions: what happens to each of the three coordinates.
///
/// The text form is that of International Tables and of CIF: three expressions such as `-x+y, y, -z+2/3`.
public record SymmetryOperation(Row a, Row b, Row c) {
    /// One coordinate of the image: x times its coefficient, and so on, plus a translation.
    public record Row(int x, int y, int z, double translation) {
        private double of(Fraction point) {
            return x * point.a() + y * point.b() + z * point.c() + translation;
        }
    }

    /// A signed term: an axis, a fraction such as 2/3, or a decimal number.
    private static final Pattern TERM = Pattern.compile("([+-]?)(?:([xyz])|(\\d+(?:\\.\\d*)?|\\.\\d+)(?:/(\\d+))?)");

    private static final double SINGULAR = 0.5;

    /// @throws IllegalArgumentException if the text is no operation, with what is wrong in one sentence
    public static SymmetryOperation parse(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).replaceAll("\\s", "").split(",", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("'" + text + "' is not three coordinates such as '-x, y+1/2, -z'");
        }
        SymmetryOperation parsed = new SymmetryOperation(row(parts[0], text), row(parts[1], text), row(parts[2], text));
        if (Math.abs(Math.abs(parsed.determinant()) - 1) > SINGULAR) {
            throw new IllegalArgumentException("'" + text + "' is not a symmetry operation: it changes volumes");
        }
        return parsed;
    }

    public Fraction apply(Fraction point) {
        return new Fraction(a.of(point), b.of(point), c.of(point));
    }

    private int determinant() {
        return a.x * (b.y * c.z - b.z * c.y) - a.y * (b.x * c.z - b.z * c.x) + a.z * (b.x * c.y - b.y * c.x);
    }

    private static Row row(String expression, String text) {
        int[] axes = new int[3];
        double translation = 0;
        for (Matcher term : terms(expression, text)) {
            int sign = term.group(1).equals("-") ? -1 : 1;
            if (term.group(2) == null) {
                translation += sign * number(term);
            } else {
                axes[term.group(2).charAt(0) - 'x'] += sign;
            }
        }
        return new Row(axes[0], axes[1], axes[2], translation);
    }

    private static List<Matcher> terms(String expression, String text) {
        List<Matcher> terms = new ArrayList<>();
        int at = 0;
        while (at < expression.length()) {
            Matcher term = TERM.matcher(expression).region(at, expression.length());
            boolean signed = term.lookingAt() && (at == 0 || !term.group(1).isEmpty());
            if (!signed) {
                throw new IllegalArgumentException("'" + expression + "' in '" + text + "' is not a coordinate");
            }
            terms.add(term);
            at = term.end();
        }
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' lacks a coordinate");
        }
        return terms;
    }

    private static double number(Matcher term) {
        double numerator = Double.parseDouble(term.group(3));
        return term.group(4) == null ? numerator : numerator / Double.parseDouble(term.group(4));
    }
}
