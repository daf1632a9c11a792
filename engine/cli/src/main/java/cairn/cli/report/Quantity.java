package cairn.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A number with its name and unit, ready to be read. The unit is empty for a count.
public record Quantity(String label, String value, String unit) {
    /// The units that keys of results.json end with, longest first.
    private static final List<Suffix> SUFFIXES = List.of(
            new Suffix("_ev_per_ang3", "eV/\u212b\u00b3"),
            new Suffix("_ang3_per_atom", "\u212b\u00b3/atom"),
            new Suffix("_mah_per_cm3", "mAh/cm\u00b3"),
            new Suffix("_ev_per_atom", "eV/atom"),
            new Suffix("_ev_per_ang", "eV/\u212b"),
            new Suffix("_mah_per_g", "mAh/g"),
            new Suffix("_gpa", "GPa"),
            new Suffix("_ang3", "\u212b\u00b3"),
            new Suffix("_ang", "\u212b"),
            new Suffix("_ev", "eV"),
            new Suffix("_v", "V"));

    public Quantity {
        Objects.requireNonNull(label);
        Objects.requireNonNull(value);
        Objects.requireNonNull(unit);
    }

    /// Of a key and number of results.json: `barrier_forward_ev` becomes "barrier forward" in eV.
    public static Quantity of(String key, double number) {
        return SUFFIXES.stream()
                .filter(suffix -> key.endsWith(suffix.text))
                .findFirst()
                .map(suffix -> new Quantity(words(suffix.cutFrom(key)), decimals(number), suffix.unit))
                .orElseGet(() -> new Quantity(words(key), plain(number), ""));
    }

    /// Of a key and a text.
    public static Quantity of(String key, String text) {
        return new Quantity(words(key), text, "");
    }

    private static String words(String key) {
        return key.replace('_', ' ');
    }

    private static String decimals(double number) {
        return String.format(Locale.ROOT, Math.abs(number) < 1e-3 && number != 0 ? "%.2e" : "%.4f", number);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.4g", number);
    }

    private record Suffix(String text, String unit) {
        private String cutFrom(String key) {
            return key.substring(0, key.length() - text.length());
        }
    }
}
