package cairn.codes.output;

import cairn.codes.CodeError;
import cairn.codes.output.Verdict.OutOfTime;
import cairn.codes.output.Verdict.Saved;
import java.util.Optional;
import java.util.regex.Pattern;

/// What schedulers, mpirun and the system say of a program that they end, where that goes into the same file.
public final class Killers {
    /// Slurm, PBS, LSF and SGE, each in its words.
    private static final Pattern TIME =
            Pattern.compile("DUE TO TIME LIMIT|job killed: walltime|TERM_RUNLIMIT|exceeded hard wallclock time");
    private static final Pattern MEMORY = Pattern.compile(
            "oom.kill|Out Of Memory|exceeded (job |step )?memory limit|TERM_MEMLIMIT|job killed: (v|p)?mem|Cannot allocate memory",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNAL = Pattern.compile(
            "exited on signal|Program received signal|KILLED BY SIGNAL|BAD TERMINATION|CANCELLED AT",
            Pattern.CASE_INSENSITIVE);

    private Killers() {}

    /// What a job may use up.
    public enum Limit {
        TIME,
        MEMORY
    }

    /// The limit for which something was ended, and the words that say so.
    public record Passed(Limit limit, String words) {
        Verdict verdict() {
            return switch (limit) {
                case TIME -> new OutOfTime(Saved.UNSAID, words);
                case MEMORY -> new Verdict.Crashed(error());
            };
        }

        /// The same as an error of the program that was ended.
        public CodeError error() {
            return switch (limit) {
                case TIME -> new CodeError("system/out-of-time", words, "ask for more walltime in `resources`");
                case MEMORY ->
                    new CodeError(
                            "system/out-of-memory",
                            words,
                            "ask for more memory in `resources`, or for fewer processes a node");
            };
        }
    }

    /// What such a line means for the calculation, if it is one.
    public static Optional<Verdict> verdict(Line line) {
        return mayBe(line) ? of(line.text().strip()) : Optional.empty();
    }

    /// Cheap, since every line is asked.
    private static boolean mayBe(Line line) {
        return switch (line.first()) {
            case 's' -> line.begins("slurmstepd") || line.begins("srun:");
            case '=' -> line.begins("=>> PBS") || line.contains("BAD TERMINATION") || line.contains("KILLED BY SIGNAL");
            case 'T' -> line.begins("TERM_");
            case 'P' -> line.begins("Program received signal");
            case 'm' -> line.begins("mpirun noticed");
            case '[' -> line.contains("Out Of Memory") || line.contains("Cannot allocate memory");
            default -> false;
        };
    }

    /// The first limit that a text says was passed.
    public static Optional<Passed> limit(String text) {
        return text.lines()
                .filter(line -> mayBe(Line.of(line)))
                .flatMap(line -> passed(line.strip()).stream())
                .findFirst();
    }

    private static Optional<Verdict> of(String text) {
        return passed(text).map(Passed::verdict).or(() -> signalled(text));
    }

    private static Optional<Passed> passed(String text) {
        if (TIME.matcher(text).find()) {
            return Optional.of(new Passed(Limit.TIME, text));
        }
        return MEMORY.matcher(text).find() ? Optional.of(new Passed(Limit.MEMORY, text)) : Optional.empty();
    }

    private static Optional<Verdict> signalled(String text) {
        return SIGNAL.matcher(text).find()
                ? Optional.of(new Verdict.Crashed(
                        new CodeError("system/killed", text, "find out who sent the signal; then run it again")))
                : Optional.empty();
    }
}
