package cairn.codes;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a program could not be started, in the words of the system.
public final class NotStarted {
    /// `Cannot run program "pw.x" (in directory "..."): Exec failed, error: 2 (No such file or directory)`
    private static final Pattern JAVA =
            Pattern.compile("Cannot run program \"([^\"]*)\".*error[:=] ?\\d+,? \\(?([^()]*)\\)? *", Pattern.DOTALL);

    private NotStarted() {}

    /// Such as `pw.x: No such file or directory`.
    public static String why(IOException e) {
        String message = String.valueOf(e.getMessage());
        Matcher matcher = JAVA.matcher(message);
        return matcher.matches() ? matcher.group(1) + ": " + matcher.group(2) : message;
    }
}
