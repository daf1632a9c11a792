package cairn.cli.parse;

import cairn.codes.CodeError;
import cairn.codes.output.Verdict;
import cairn.codes.output.Verdict.Saved;

/// Verdicts in words.
final class Verdicts {
    private Verdicts() {}

    /// For scripts.
    static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Complete _ -> "complete";
            case Verdict.Unconverged _ -> "unconverged";
            case Verdict.OutOfTime _ -> "out_of_time";
            case Verdict.Crashed _ -> "crashed";
            case Verdict.Truncated _ -> "truncated";
            case Verdict.NotThisCalculation _ -> "not_this_calculation";
        };
    }

    /// For people: what happened, and what to do if that is known.
    static String message(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Complete _ -> "it ran to its end and met its criteria";
            case Verdict.Unconverged(String what) -> "not converged: " + what;
            case Verdict.OutOfTime(Saved saved, String how) ->
                "stopped by a limit of time (" + how + ")" + restart(saved);
            case Verdict.Crashed(CodeError error) -> error.message() + "; " + error.advice();
            case Verdict.Truncated(long at) ->
                "the output ends after " + at + " bytes, before the calculation does: it still runs, or was killed";
            case Verdict.NotThisCalculation(String asked, String did) -> asked + ", but it ran " + did;
        };
    }

    private static String restart(Saved saved) {
        return switch (saved) {
            case RESTARTABLE -> "; it can go on from what it saved";
            case NOTHING -> "; it saved nothing to go on from";
            case UNSAID -> "";
        };
    }
}
