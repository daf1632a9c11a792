package cairn.codes.bands;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks for what a line says.
public final class Lines {
    private Lines() {}

    /// The groups of a pattern that the whole line fits.
    public static Optional<MatchResult> whole(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /// The groups of a pattern that the line begins with.
    public static Optional<MatchResult> start(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.lookingAt() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }
}
