package cairn.campaign.calculation;

import cairn.campaign.calculation.Attempt.Aim;
import cairn.campaign.calculation.Attempt.Start;
import cairn.campaign.calculation.CalculationEvent.Accepted;
import cairn.campaign.calculation.CalculationEvent.Again;
import cairn.campaign.calculation.CalculationEvent.CancelAsked;
import cairn.campaign.calculation.CalculationEvent.Finished;
import cairn.campaign.calculation.CalculationEvent.GaveUp;
import cairn.campaign.calculation.CalculationEvent.Observed;
import cairn.campaign.calculation.CalculationEvent.Prepared;
import cairn.campaign.calculation.CalculationEvent.Rejected;
import cairn.campaign.calculation.CalculationEvent.Reused;
import cairn.campaign.calculation.CalculationEvent.SubmitIntended;
import cairn.campaign.calculation.CalculationEvent.TurnedAway;
import cairn.campaign.calculation.CalculationEvent.Unclear;
import cairn.campaign.calculation.CalculationEvent.Vanished;
import cairn.campaign.calculation.CalculationState.Done;
import cairn.campaign.calculation.CalculationState.Ended;
import cairn.campaign.calculation.CalculationState.Failed;
import cairn.campaign.calculation.CalculationState.Planned;
import cairn.campaign.calculation.CalculationState.Queued;
import cairn.campaign.calculation.CalculationState.Rendered;
import cairn.campaign.calculation.CalculationState.Running;
import cairn.campaign.calculation.CalculationState.Submitting;

/// The state machine of a calculation, as one pure function.
///
/// Legal paths (the checked-in table `transitions.txt` beside the test lists every pair):
///
///     Planned -> Rendered -> Submitting -> Queued -> Running -> Ended -> Done        as it should go
///     Submitting -> Submitting             no clear answer, or the same attempt submitted again
///     Submitting -> Queued|Running|Ended   a job with our token was found and adopted
///     Submitting -> Ended                  no source knows the token, but the attempt directory is claimed
///     Submitting -> Rendered               the scheduler takes no more jobs for now, and has none of this attempt
///     Submitting -> Failed                 the scheduler said no
///     Running -> Queued                    regress: requeued, or the scheduler lost its memory (SIGKILL of
///                                          slurmctld 1 s after a start, Slurm 22.05.8, does exactly that)
///     Ended -> Queued|Running              regress: the scheduler took its word back before we judged
///     Queued|Running -> Ended              over, or gone for long enough
///     Ended -> Submitting                  gone, and its directory was never claimed: the same attempt again
///     Ended -> Rendered                    a new attempt goes on from this one
///     Ended|Rendered|Submitting -> Failed  given up
///     Rendered|Done|Failed -> Rendered     inputs changed, or a new run of the campaign tries again
///     Rendered|Done|Failed -> Done         inputs are what they were for an earlier result
///
/// A queued or running job is never given up: it is asked to end first, and `CancelAsked` leaves the state as it is.
public final class Transitions {
    private Transitions() {}

    /// The state after `event`; throws [IllegalTransition] where the event has no business.
    public static CalculationState next(CalculationState state, CalculationEvent event) {
        return switch (state) {
            case Planned _ -> ofPlanned(state, event);
            case Rendered rendered -> ofRendered(rendered, event);
            case Submitting submitting -> ofSubmitting(submitting, event);
            case Queued(Attempt attempt, Intent intent, var _) -> ofJob(state, attempt, intent, event);
            case Running(Attempt attempt, Intent intent, var _) -> ofJob(state, attempt, intent, event);
            case Ended ended -> ofEnded(ended, event);
            case Done(Attempt attempt, var _) -> ofSettled(state, attempt, event);
            case Failed(Attempt attempt, var _) -> ofSettled(state, attempt, event);
        };
    }

    private static CalculationState ofPlanned(CalculationState state, CalculationEvent event) {
        if (event instanceof Prepared prepared && prepared.number() == 1) {
            return prepared(prepared, new Start.Fresh());
        }
        throw new IllegalTransition(state, event);
    }

    private static CalculationState ofRendered(Rendered state, CalculationEvent event) {
        return switch (event) {
            case SubmitIntended(var at) -> new Submitting(state.attempt(), Intent.at(at));
            case GaveUp(var failure) -> new Failed(state.attempt(), failure);
            // Nothing of this attempt exists yet, so that its number may be used again.
            case Prepared prepared
            when prepared.number() == state.attempt().number() -> prepared(prepared, new Start.Fresh());
            case Reused reused -> reused(state.attempt(), reused);
            case Prepared _,
                    Accepted _,
                    Rejected _,
                    TurnedAway _,
                    Unclear _,
                    Observed _,
                    Vanished _,
                    CancelAsked _,
                    Finished _,
                    Again _ -> throw new IllegalTransition(state, event);
        };
    }

    private static CalculationState ofSubmitting(Submitting state, CalculationEvent event) {
        Attempt attempt = state.attempt();
        Intent intent = state.intent();
        return switch (event) {
            case SubmitIntended(var at) -> new Submitting(attempt, intent.again(at));
            case Accepted(var job) -> new Queued(attempt, intent, job);
            case Rejected(var failure) -> new Failed(attempt, failure);
            // Of an earlier submit it is still not known whether it made a job.
            case TurnedAway _ when intent.times() > 1 -> new Submitting(attempt, intent.lessOne());
            case TurnedAway _ -> new Rendered(attempt);
            case Unclear _ -> state;
            case Observed observed -> observed(attempt, intent, observed);
            case Vanished() -> new Ended(attempt, intent, new Ending.Gone());
            case CancelAsked(var why) -> new Submitting(attempt.aimedAt(new Aim.Cancel(why)), intent);
            case GaveUp(var failure) -> new Failed(attempt, failure);
            case Prepared _, Reused _, Finished _, Again _ -> throw new IllegalTransition(state, event);
        };
    }

    private static CalculationState ofJob(
            CalculationState state, Attempt attempt, Intent intent, CalculationEvent event) {
        return switch (event) {
            case Observed observed -> observed(attempt, intent, observed);
            case Vanished() -> new Ended(attempt, intent, new Ending.Gone());
            case CancelAsked(var why) -> cancelling(state, attempt.aimedAt(new Aim.Cancel(why)), intent);
            case Prepared _,
                    Reused _,
                    SubmitIntended _,
                    Accepted _,
                    Rejected _,
                    TurnedAway _,
                    Unclear _,
                    Finished _,
                    Again _,
                    GaveUp _ -> throw new IllegalTransition(state, event);
        };
    }

    private static CalculationState ofEnded(Ended state, CalculationEvent event) {
        Attempt attempt = state.attempt();
        return switch (event) {
            case Observed observed -> observed(attempt, state.intent(), observed);
            case SubmitIntended(var at)
            when state.ending() instanceof Ending.Gone ->
                new Submitting(attempt, state.intent().again(at));
            case Finished(var result) -> new Done(attempt, result);
            case Again again -> new Rendered(after(attempt, again));
            case CancelAsked(var why) ->
                new Ended(attempt.aimedAt(new Aim.Cancel(why)), state.intent(), state.ending());
            case GaveUp(var failure) -> new Failed(attempt, failure);
            case SubmitIntended _, Prepared _, Reused _, Accepted _, Rejected _, TurnedAway _, Unclear _, Vanished _ ->
                throw new IllegalTransition(state, event);
        };
    }

    private static CalculationState ofSettled(CalculationState state, Attempt last, CalculationEvent event) {
        return switch (event) {
            case Prepared prepared
            when prepared.number() == last.number() + 1 -> prepared(prepared, startAfter(state, last, prepared));
            case Reused reused -> reused(last, reused);
            case Prepared _,
                    SubmitIntended _,
                    Accepted _,
                    Rejected _,
                    TurnedAway _,
                    Unclear _,
                    Observed _,
                    Vanished _,
                    CancelAsked _,
                    Finished _,
                    Again _,
                    GaveUp _ -> throw new IllegalTransition(state, event);
        };
    }

    /// A failed attempt with the same inputs left something to go on from; its budgets are new.
    private static Start startAfter(CalculationState state, Attempt last, Prepared prepared) {
        boolean sameInputs = last.inputs().hash().equals(prepared.inputs().hash());
        return state instanceof Failed && sameInputs
                ? new Start.Continues(last.directory(), Spent.NOTHING)
                : new Start.Fresh();
    }

    private static CalculationState prepared(Prepared event, Start start) {
        return new Rendered(
                new Attempt(event.number(), event.token(), event.directory(), event.inputs(), start, new Aim.Finish()));
    }

    private static CalculationState reused(Attempt last, Reused event) {
        return new Done(
                new Attempt(
                        last.number(),
                        last.token(),
                        last.directory(),
                        event.inputs(),
                        new Start.Fresh(),
                        new Aim.Finish()),
                event.result());
    }

    private static Attempt after(Attempt attempt, Again again) {
        Start start = new Start.Continues(attempt.directory(), attempt.spent().plus(again.cause(), again.headway()));
        return new Attempt(
                attempt.number() + 1, again.token(), again.directory(), attempt.inputs(), start, attempt.aim());
    }

    private static CalculationState observed(Attempt attempt, Intent intent, Observed event) {
        return switch (event.state()) {
            case QUEUED, STUCK -> new Queued(attempt, intent, event.job());
            case RUNNING -> new Running(attempt, intent, event.job());
            case ENDED, OUT_OF_TIME, OUT_OF_MEMORY, CANCELLED, MACHINE_FAILED ->
                new Ended(attempt, intent, new Ending.Reported(event.job(), event.state(), event.raw()));
        };
    }

    private static CalculationState cancelling(CalculationState state, Attempt attempt, Intent intent) {
        return switch (state) {
            case Queued(var _, var _, var job) -> new Queued(attempt, intent, job);
            case Running(var _, var _, var job) -> new Running(attempt, intent, job);
            case Planned _, Rendered _, Submitting _, Ended _, Done _, Failed _ ->
                throw new IllegalStateException("no job to cancel: " + state);
        };
    }
}
