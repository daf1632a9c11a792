package cairn.campaign.driver;

import cairn.campaign.calculation.Attempt;
import cairn.campaign.calculation.CalculationState;
import cairn.campaign.journal.Event;
import cairn.campaign.ledger.Ledger;
import cairn.campaign.news.News;
import cairn.campaign.step.Amendment;
import cairn.campaign.step.Amendments;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Corrected;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Outcome;
import cairn.campaign.step.Step;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Brings into the journal what jobs have changed of their numerics, and decides on changes of physics.
final class Corrections {
    /// Changes of physics in one campaign. Each runs all that is compared anew; whoever needs more has to think.
    private static final int MOST_AMENDMENTS = 8;

    private final Ports ports;
    private final Ledger ledger;
    private final Orders orders;
    private final Collection<? extends Step> steps;
    private boolean amended;

    Corrections(Ports ports, Ledger ledger, Orders orders, Collection<? extends Step> steps) {
        this.ports = ports;
        this.ledger = ledger;
        this.orders = orders;
        this.steps = steps;
    }

    /// Reads what running and ended jobs have told since; before they are judged, so that nothing is missed.
    void gather() {
        for (CalculationId id : List.copyOf(ledger.state().live())) {
            switch (ledger.of(id)) {
                case CalculationState.Running(var attempt, var _, var _) -> gather(id, attempt);
                case CalculationState.Ended(var attempt, var _, var _) -> gather(id, attempt);
                case CalculationState.Planned _,
                        CalculationState.Rendered _,
                        CalculationState.Submitting _,
                        CalculationState.Queued _,
                        CalculationState.Done _,
                        CalculationState.Failed _ -> {}
            }
        }
    }

    private void gather(CalculationId id, Attempt attempt) {
        orders.of(id)
                .filter(_ -> orders.wants(id, attempt.inputs()))
                .ifPresent(order -> Trials.run(ledger, () -> {
                    Path directory = ports.folder().resolve(attempt.directory());
                    order.calculation().corrections(directory).forEach(made -> tell(id, attempt, made));
                }));
    }

    private void tell(CalculationId id, Attempt attempt, Corrected made) {
        Set<Corrected> known = ledger.state().corrections(id, attempt.inputs().hash());
        if (!known.contains(made)) {
            ledger.record(new Event.Corrected(id, attempt.inputs().hash(), made));
            ledger.tell(new News.Corrected(id, made.remedy()));
        }
    }

    /// Changes the physics of all that is compared with a step, if that has not been tried already; the failure with
    /// which the calculation ends either way.
    Failure amend(CalculationId id, Outcome.Amendable outcome) {
        Failure failure = outcome.failure();
        List<Amendment> before = ledger.state().amendments();
        Amendment amendment = new Amendment(id.step(), Amendments.comparedWith(id.step(), steps), outcome.remedy());
        Optional<Amendment> same = before.stream()
                .filter(other -> other.remedy().equals(amendment.remedy())
                        && other.steps().contains(id.step()))
                .findFirst();
        if (same.isPresent() && !amended) {
            return new Failure(
                    failure.signature(),
                    failure.message() + " In vain: " + outcome.remedy().what() + ".",
                    failure.advice());
        }
        if (same.isEmpty() && before.size() < MOST_AMENDMENTS) {
            ledger.record(new Event.Amended(amendment));
            ledger.tell(new News.Amended(amendment));
            amended = true;
        }
        return failure;
    }

    /// Whether this driver's plan is out of date.
    boolean hasAmended() {
        return amended;
    }
}
