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
            "oom.kill|Out Of Memory|exceeded memory limit|TERM_MEMLIMIT|job killed: (v|p)?mem|Cannot allocate memory",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNAL = Pattern.compile(
            "exited on signal|Program received signal|KILLED BY SIGNAL|BAD TERMINATION|CANCELLED AT",
            Pattern.CASE_INSENSITIVE);

    private Killers() {}

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

    private static Optional<Verdict> of(String text) {
        if (TIME.matcher(text).find()) {
            return Optional.of(new OutOfTime(Saved.UNSAID, text));
        }
        if (MEMORY.matcher(text).find()) {
            return Optional.of(new Verdict.Crashed(
                    new CodeError("system/out-of-memory", text, "ask for more memory, or for fewer processes a node")));
        }
        return SIGNAL.matcher(text).find()
                ? Optional.of(new Verdict.Crashed(
                        new CodeError("system/killed", text, "find out who sent the signal; then run it again")))
                : Optional.empty();
    }
}
