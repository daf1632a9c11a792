package cairn.campaign.news;

import cairn.campaign.calculation.CalculationEvent;
import java.util.Locale;

/// Events in words, for `cairn why` and progress lines.
public final class Words {
    private Words() {}

    /// What happened, in one line.
    public static String of(CalculationEvent event) {
        return switch (event) {
            case CalculationEvent.Prepared(var number, var _, var _, var _, var why) ->
                "attempt " + number + ": " + why;
            case CalculationEvent.Reused _ -> "an earlier result has the same inputs and counts again";
            case CalculationEvent.SubmitIntended _ -> "to be submitted";
            case CalculationEvent.Accepted(var job) -> "submitted as job " + job;
            case CalculationEvent.Rejected(var failure) -> failure.message();
            case CalculationEvent.TurnedAway(var reason) -> "not taken for now: " + reason;
            case CalculationEvent.Unclear(var reason) -> "submitted without a clear answer: " + reason;
            case CalculationEvent.Observed(var job, var _, var raw) -> "job " + job + ": " + raw;
            case CalculationEvent.Vanished() -> "the scheduler knows nothing of it any more";
            case CalculationEvent.CancelAsked(var why) -> "asked to end: " + why.message();
            case CalculationEvent.Finished _ -> "done";
            case CalculationEvent.Again(var cause, var why, var _, var _, var _) ->
                "a further attempt (" + cause.name().toLowerCase(Locale.ROOT) + "): " + why;
            case CalculationEvent.GaveUp(var failure) -> "failed: " + failure.message();
        };
    }
}
