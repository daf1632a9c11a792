package cairn.campaign.site;

import cairn.campaign.driver.Evidence;
import cairn.cluster.JobId;
import cairn.cluster.Token;
import cairn.cluster.Transport;
import cairn.cluster.script.Claim;
import cairn.cluster.script.Sentinel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Claim and sentinel, as the job's script leaves them.
record JobEvidence(Transport transport) implements Evidence {
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

    private static int status(Sentinel.End end) {
        return switch (end) {
            case Sentinel.End.Exit(int code) -> code;
            case Sentinel.End.Signal(int number) -> 128 + number;
        };
    }
}
