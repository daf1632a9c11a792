package cairn.campaign.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.campaign.calculation.Attempt.Aim;
import cairn.campaign.calculation.Attempt.Start;
import cairn.campaign.step.Failure;
import cairn.cluster.JobId;
import cairn.cluster.JobState;
import cairn.cluster.Token;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final JobId JOB = new JobId("17");
    private static final Digest DIGEST = Digest.of(new byte[0]);
    private static final Inputs INPUTS = new Inputs(DIGEST, new TreeMap<>());
    private static final Failure FAILURE = new Failure("signature", "message", "advice");
    private static final Attempt FIRST =
            new Attempt(1, new Token("t.1"), "attempt-1", INPUTS, new Start.Fresh(), new Aim.Finish());
    private static final Intent INTENT = Intent.at(NOON);

    /// One state of every kind; two of Ended, as it matters whether the scheduler still knows the job.
    private static Map<String, CalculationState> states() {
        Map<String, CalculationState> states = new LinkedHashMap<>();
        states.put("Planned", new CalculationState.Planned());
        states.put("Rendered", new CalculationState.Rendered(FIRST));
        states.put("Submitting", new CalculationState.Submitting(FIRST, INTENT));
        states.put("Queued", new CalculationState.Queued(FIRST, INTENT, JOB));
        states.put("Running", new CalculationState.Running(FIRST, INTENT, JOB));
        states.put("Ended(reported)", new CalculationState.Ended(FIRST, INTENT, reported()));
        states.put("Ended(gone)", new CalculationState.Ended(FIRST, INTENT, new Ending.Gone()));
        states.put("Done", new CalculationState.Done(FIRST, DIGEST));
        states.put("Failed", new CalculationState.Failed(FIRST, FAILURE));
        return states;
    }

    private static Ending reported() {
        return new Ending.Reported(JOB, JobState.ENDED, "COMPLETED");
    }

    private static Map<String, CalculationEvent> events() {
        Map<String, CalculationEvent> events = new LinkedHashMap<>();
        for (int number = 1; number <= 3; number++) {
            events.put(
                    "Prepared(" + number + ")",
                    new CalculationEvent.Prepared(
                            number, new Token("t." + number), "attempt-" + number, INPUTS, "why"));
        }
        events.put("Reused", new CalculationEvent.Reused(INPUTS, DIGEST));
        events.put("SubmitIntended", new CalculationEvent.SubmitIntended(NOON.plusSeconds(1)));
        events.put("Accepted", new CalculationEvent.Accepted(JOB));
        events.put("Rejected", new CalculationEvent.Rejected(FAILURE));
        events.put("TurnedAway", new CalculationEvent.TurnedAway("over a submit limit"));
        events.put("Unclear", new CalculationEvent.Unclear("timed out"));
        for (JobState state : JobState.values()) {
            events.put("Observed(" + state + ")", new CalculationEvent.Observed(JOB, state, state.name()));
        }
        events.put("Vanished", new CalculationEvent.Vanished());
        events.put("CancelAsked", new CalculationEvent.CancelAsked(FAILURE));
        events.put("Finished", new CalculationEvent.Finished(DIGEST));
        events.put(
                "Again",
                new CalculationEvent.Again(Cause.WALLTIME, "why", new Token("t.2"), "attempt-2", Headway.MADE));
        events.put("GaveUp", new CalculationEvent.GaveUp(FAILURE));
        return events;
    }

    @Test
    void every_pair_of_state_and_event_does_what_the_table_says() throws IOException {
        StringBuilder table = new StringBuilder();
        states().forEach((stateName, state) -> events().forEach((eventName, event) ->
                table.append("%-16s %-24s %s%n".formatted(stateName, eventName, outcome(state, event)))));
        assertThat(table.toString()).isEqualTo(checkedIn());
    }

    private static String outcome(CalculationState state, CalculationEvent event) {
        try {
            return Transitions.next(state, event).getClass().getSimpleName();
        } catch (IllegalTransition _) {
            return "-";
        }
    }

    private static String checkedIn() throws IOException {
        try (InputStream in = Objects.requireNonNull(TransitionsTest.class.getResourceAsStream("transitions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_samples_cover_every_kind_of_state_and_event() {
        assertThat(kinds(states())).hasSize(CalculationState.class.getPermittedSubclasses().length);
        assertThat(kinds(events())).hasSize(CalculationEvent.class.getPermittedSubclasses().length);
    }

    private static java.util.Set<Class<?>> kinds(Map<String, ?> samples) {
        return samples.values().stream().map(Object::getClass).collect(Collectors.toSet());
    }

    @Test
    void an_illegal_event_is_our_bug_and_names_both() {
        assertThatThrownBy(() -> Transitions.next(new CalculationState.Planned(), new CalculationEvent.Vanished()))
                .isInstanceOf(IllegalTransition.class)
                .hasMessageContaining("Vanished")
                .hasMessageContaining("Planned");
    }

    @Test
    void a_second_submit_of_an_attempt_keeps_its_first_instant_and_counts() {
        CalculationState again = Transitions.next(
                new CalculationState.Submitting(FIRST, INTENT),
                new CalculationEvent.SubmitIntended(NOON.plusSeconds(90)));
        assertThat(again).isEqualTo(new CalculationState.Submitting(FIRST, new Intent(NOON, NOON.plusSeconds(90), 2)));
    }

    @Test
    void a_submit_that_was_turned_away_does_not_count_and_leaves_earlier_ones_in_doubt() {
        CalculationEvent turnedAway = new CalculationEvent.TurnedAway("over a submit limit");
        assertThat(Transitions.next(new CalculationState.Submitting(FIRST, INTENT), turnedAway))
                .isEqualTo(new CalculationState.Rendered(FIRST));
        assertThat(Transitions.next(
                        new CalculationState.Submitting(FIRST, INTENT.again(NOON.plusSeconds(90))), turnedAway))
                .isEqualTo(new CalculationState.Submitting(FIRST, new Intent(NOON, NOON.plusSeconds(90), 1)));
    }

    @Test
    void a_further_attempt_goes_on_from_the_last_and_spends_its_budget() {
        CalculationState next = Transitions.next(
                new CalculationState.Ended(FIRST, INTENT, reported()),
                new CalculationEvent.Again(Cause.WALLTIME, "why", new Token("t.2"), "attempt-2", Headway.MADE));
        assertThat(next.lastAttempt().orElseThrow())
                .isEqualTo(new Attempt(
                        2,
                        new Token("t.2"),
                        "attempt-2",
                        INPUTS,
                        new Start.Continues("attempt-1", new Spent(0, 1, 0)),
                        new Aim.Finish()));
    }

    @Test
    void a_cancelled_job_stays_where_it_is_until_the_scheduler_says_otherwise() {
        CalculationState asked = Transitions.next(
                new CalculationState.Running(FIRST, INTENT, JOB), new CalculationEvent.CancelAsked(FAILURE));
        assertThat(asked).isInstanceOf(CalculationState.Running.class);
        assertThat(asked.lastAttempt().orElseThrow().aim()).isEqualTo(new Aim.Cancel(FAILURE));
        assertThat(Arrays.stream(JobState.values()).filter(JobState::isOver))
                .allSatisfy(over -> assertThat(Transitions.next(asked, new CalculationEvent.Observed(JOB, over, "")))
                        .isInstanceOf(CalculationState.Ended.class));
    }
}
