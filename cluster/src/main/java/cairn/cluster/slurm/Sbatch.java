package cairn.cluster.slurm;

import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.Submission;
import cairn.cluster.shell.Outcome;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The command that submits, and what its answer means.
final class Sbatch {
    /// `--parsable` prints the id, and the cluster after a semicolon where there are several.
    private static final Pattern ID = Pattern.compile("(?m)^(\\d{1,18})(;\\S*)?$");

    /// An error of the option parser: sbatch has not spoken with the controller.
    private static final int USAGE = 255;

    /// Words that mean: no job was made. Whatever else sbatch says when it fails, there may be a job ("Socket timed
    /// out on send/recv operation" and "Unable to contact slurm controller (receive failure)" were seen with one).
    private static final List<String> REFUSALS = List.of(
            "Access/permission denied",
            "Batch script is empty!",
            "I/O error writing script/environment to file",
            "Invalid account or account/partition combination specified",
            "Invalid feature specification",
            "Invalid generic resource (gres) specification",
            "Invalid job array specification",
            "Invalid partition name specified",
            "Invalid qos specification",
            "Job dependency problem",
            "Job violates accounting/QOS policy",
            "Memory required by task is not available",
            "More processors requested than permitted",
            "Node count specification invalid",
            "Pathname of a file, directory or other parameter too long",
            "Requested node configuration is not available",
            "Requested partition configuration not available now",
            "Requested reservation is invalid",
            "Requested time limit is invalid",
            "Required partition not available",
            "This does not look like a batch script",
            "Unable to open file",
            "User's group not permitted to use this partition");

    private static final String POLICY = "Job violates accounting/QOS policy";

    /// A limit that Slurm names beside the refusal (measured on 22.05.8; older ones name none):
    /// `QOSMaxSubmitJobPerUserLimit`, `AssocMaxSubmitJobLimit`, `QOSMaxCpuPerJobLimit`.
    private static final Pattern LIMIT = Pattern.compile("\\b(QOS|Assoc)[A-Z]\\w*");

    /// What sbatch ends with after some 120 s when the controller's job table stays full (MaxJobCount).
    private static final Pattern TABLE_FULL = Pattern.compile(
            "Slurm temporarily unable to accept job.*"
                    + "Batch job submission failed: (Resource temporarily unavailable|Slurm temporarily unable[^\\n]*)\\s*\\z",
            Pattern.DOTALL);

    private Sbatch() {}

    /// `singleton` lets Slurm itself run one job of a name and user at a time; `--no-requeue` because a requeued job
    /// was seen running twice at once. Output names are relative to the attempt directory.
    static List<String> command(JobRequest request) {
        String directory = request.directory().toString();
        return List.of(
                "sbatch",
                "--parsable",
                "--no-requeue",
                "--job-name=" + request.token(),
                "--comment=" + request.token(),
                "--dependency=singleton",
                "--chdir=" + directory,
                "--output=job.%j.out",
                "--error=" + JobRequest.errors("%j"),
                request.directory().resolve(request.scriptName()).toString());
    }

    static Submission answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished(int exit, String stdout, String stderr) when exit == 0 -> accepted(stdout, stderr);
            case Outcome.Finished finished -> failed(finished);
            // It never ran; but trouble of this machine passes, so this is no word about the job.
            case Outcome.NotStarted notStarted -> new Submission.Unclear("sbatch " + notStarted.inWords());
            case Outcome.TimedOut timedOut -> new Submission.Unclear("sbatch: " + timedOut.inWords());
            case Outcome.Flooded flooded -> new Submission.Unclear("sbatch: " + flooded.inWords());
        };
    }

    /// Sites print warnings on either stream although all is well; the id is the only line that is a number.
    private static Submission accepted(String stdout, String stderr) {
        Matcher id = ID.matcher(stdout);
        if (!id.find()) {
            return new Submission.Unclear("sbatch succeeded without an id: " + stdout + stderr);
        }
        JobId first = new JobId(id.group(1));
        return id.find()
                ? new Submission.Unclear("sbatch answered with two ids: " + stdout)
                : new Submission.Accepted(first);
    }

    private static Submission failed(Outcome.Finished finished) {
        String words = "sbatch: " + finished.inWords();
        if (isPassing(finished.stderr())) {
            return new Submission.Busy(words);
        }
        boolean refused = finished.exit() == USAGE || REFUSALS.stream().anyMatch(finished.stderr()::contains);
        return refused ? new Submission.Rejected(words) : new Submission.Unclear(words);
    }

    /// A limit on submitted jobs passes as jobs end; one on the size or time of a job does not. Where no limit is
    /// named, either may be meant, and to wait loses nothing.
    private static boolean isPassing(String stderr) {
        if (!stderr.contains(POLICY)) {
            return TABLE_FULL.matcher(stderr).find();
        }
        List<String> limits =
                LIMIT.matcher(stderr).results().map(MatchResult::group).toList();
        return limits.isEmpty() || limits.stream().anyMatch(limit -> limit.contains("Submit"));
    }
}
