package cairn.cluster;

import java.nio.file.Path;

/// A job to submit: its script lies in its attempt directory already.
public record JobRequest(Token token, Path directory, String scriptName, Resources resources) {
    /// The file in that directory for what the script, and the scheduler's daemons, say of a job as errors. The
    /// command has files of its own. A scheduler that does not let it go there leaves none.
    public static String errors(String job) {
        return "job." + job + ".err";
    }
}
