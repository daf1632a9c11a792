package cairn.campaign.site;

import cairn.campaign.driver.Evidence;
import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import cairn.cluster.JobState;
import cairn.cluster.Token;
import cairn.cluster.Transport;
import cairn.cluster.script.Claim;
import cairn.cluster.script.Sentinel;
import cairn.codes.output.Killers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Claim and sentinel, as the job's script leaves them, and what the scheduler's daemons wrote beside.
record JobEvidence(Transport transport) implements Evidence {
    /// Of what preludes and daemons say.
    private static final long ERRORS_LIMIT_BYTES = 1 << 20;

    @Override
    public Optional<JobId> claim(Path directory) {
        return Claim.read(transport, directory).map(Claim::job);
    }

    /// An output that the command never made is the parser's business; a sentinel that cannot be believed is none.
    @Override
    public Verdict sentinel(Token token, Path directory, List<String> outputs) {
        return switch (Sentinel.read(transport, directory, token)) {
            case Sentinel.Missing() -> new Verdict.Missing();
            case Sentinel.NotYetVisible(var file) -> new Verdict.NotYetVisible(file);
            case Sentinel.Foreign _, Sentinel.Unreadable _ -> new Verdict.Missing();
            case Sentinel.Altered(var file) -> new Verdict.NotYetVisible(file);
            case Sentinel.Complete complete -> new Verdict.Complete(status(complete.end()));
        };
    }

    @Override
    public Optional<Killing> killing(Path directory, JobId job) {
        return transport
                .read(directory.resolve(JobRequest.errors(job.value())), ERRORS_LIMIT_BYTES)
                .flatMap(errors -> Killers.limit(new String(errors, StandardCharsets.ISO_8859_1)))
                .map(passed -> new Killing(
                        switch (passed.limit()) {
                            case TIME -> JobState.OUT_OF_TIME;
                            case MEMORY -> JobState.OUT_OF_MEMORY;
                        },
                        passed.words()));
    }

    private static int status(Sentinel.End end) {
        return switch (end) {
            case Sentinel.End.Exit(int code) -> code;
            case Sentinel.End.Signal(int number) -> 128 + number;
        };
    }
}
