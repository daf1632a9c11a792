package cairn.codes.output.espresso;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as Quantum ESPRESSO prints them: `4.34s`, `1m44.62s`, `2h31m`, `1d 2h 3m`.
final class Durations {
    private static final Pattern PART = Pattern.compile("([0-9.]+)\\s*([dhms])");

    private Durations() {}

    /// NaN if there is none.
    static double seconds(String text) {
        Matcher matcher = PART.matcher(text);
        double seconds = Double.NaN;
        while (matcher.find()) {
            double part = Double.parseDouble(matcher.group(1))
                    * seconds(matcher.group(2).charAt(0));
            seconds = Double.isNaN(seconds) ? part : seconds + part;
        }
        return seconds;
    }

    private static double seconds(char unit) {
        return switch (unit) {
            case 'd' -> 86400;
            case 'h' -> 3600;
            case 'm' -> 60;
            default -> 1;
        };
    }
}
