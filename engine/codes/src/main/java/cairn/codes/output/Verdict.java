package cairn.codes.output;

import cairn.codes.CodeError;

/// How a calculation ended, by all that its output says.
public sealed interface Verdict {
    /// It ran to its end, met its criteria, and did what its input asked for.
    record Complete() implements Verdict {}

    /// It ran to its end without meeting a criterion: `what` names it, as in "the SCF of step 3 after 100 iterations".
    record Unconverged(String what) implements Verdict {}

    /// It was stopped by a limit of time, its own or the scheduler's.
    record OutOfTime(Saved saved, String how) implements Verdict {}

    /// It stopped with an error of its own.
    record Crashed(CodeError error) implements Verdict {}

    /// The file ends, after so many bytes, before the calculation does: it still runs, was killed, or was cut.
    record Truncated(long at) implements Verdict {}

    /// The code did something else than its input asked for, or says two things that exclude each other.
    record NotThisCalculation(String asked, String did) implements Verdict {}

    /// Whether a calculation that ran out of time can go on from what it saved.
    enum Saved {
        RESTARTABLE,
        NOTHING,
        UNSAID
    }
}
