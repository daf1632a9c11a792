package cairn.campaign.driver;

import cairn.campaign.calculation.CalculationState;
import cairn.campaign.frontier.Frontier;
import cairn.campaign.ledger.Ledger;
import cairn.campaign.news.News;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.StepId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Tells what steps know before they are done, whenever it has changed: by themselves, from the calculations that have
/// just been settled, or from what their running jobs leave in their directories. Nothing is decided by it.
final class Interim {
    private final Ports ports;
    private final Ledger ledger;
    private final Orders orders;
    private final Frontier frontier;
    private final Map<StepId, ObjectNode> told = new HashMap<>();

    Interim(Ports ports, Ledger ledger, Orders orders, Frontier frontier) {
        this.ports = ports;
        this.ledger = ledger;
        this.orders = orders;
        this.frontier = frontier;
    }

    void tell(Collection<CalculationId> settled) {
        settled.stream()
                .map(CalculationId::step)
                .distinct()
                .forEach(step -> frontier.progress(step).ifPresent(known -> tell(step, known)));
        for (CalculationId id : List.copyOf(ledger.state().live())) {
            Trials.run(ledger, () -> ofJob(id).ifPresent(known -> tell(id.step(), known)));
        }
    }

    private Optional<ObjectNode> ofJob(CalculationId id) {
        return ledger.of(id) instanceof CalculationState.Running(var attempt, var _, var _)
                ? orders.of(id)
                        .flatMap(order ->
                                order.calculation().progress(ports.folder().resolve(attempt.directory())))
                : Optional.empty();
    }

    private void tell(StepId step, ObjectNode known) {
        if (!known.equals(told.put(step, known))) {
            ledger.tell(new News.Known(step, known));
        }
    }
}
