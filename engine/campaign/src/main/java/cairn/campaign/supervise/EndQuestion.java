package cairn.campaign.supervise;

import cairn.cluster.shell.CommandRunner;
import cairn.cluster.shell.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a scheduler says of the end of the job that asks it.
@FunctionalInterface
interface EndQuestion {
    /// The line of the shell with which the job's script lets us ask (`cairn.cluster.script.TimeLimit`).
    String LINE = "CAIRN_ASK_END";

    /// That line gives up earlier by itself.
    Duration LIMIT = Duration.ofSeconds(15);

    /// When the job ends; nothing if nobody says.
    Optional<Instant> end();

    /// The question as the environment of a job has it, if it has one.
    static EndQuestion of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(LINE))
                .<EndQuestion>map(line -> () -> asked(line))
                .orElse(Optional::empty);
    }

    private static Optional<Instant> asked(String line) {
        Outcome answer = CommandRunner.inherited().run(List.of("sh", "-c", line), LIMIT);
        return answer instanceof Outcome.Finished finished
                ? instant(finished.stdout().strip())
                : Optional.empty();
    }

    /// Seconds since 1970 are an instant, anything else is none.
    static Optional<Instant> instant(String seconds) {
        return seconds.matches("[1-9]\\d{0,10}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }
}
