package cairn.campaign.driver;

import cairn.campaign.calculation.Attempt;
import cairn.campaign.calculation.Attempt.Aim;
import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.CalculationState;
import cairn.campaign.calculation.Digest;
import cairn.campaign.calculation.Inputs;
import cairn.campaign.calculation.Names;
import cairn.campaign.frontier.Frontier;
import cairn.campaign.frontier.Frontier.Supply;
import cairn.campaign.journal.ObjectStore;
import cairn.campaign.ledger.Ledger;
import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.cluster.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The calculations that the steps of this run have named, and for each whether what the journal has of it will do:
/// a result with the same inputs counts, whoever computed it and when; anything else is a new attempt.
final class Orders implements Frontier.Source {
    private static final Failure SUPERSEDED =
            new Failure("superseded", "its inputs have changed since this job was submitted", "nothing: it runs again");

    private final Ledger ledger;
    private final ObjectStore objects;
    private final Map<CalculationId, Order> orders = new HashMap<>();
    private final Set<Token> cancelledEarlier = new HashSet<>();

    /// A calculation as a step wants it now.
    record Order(Calculation calculation, Digest inputs) {}

    Orders(Ledger ledger, ObjectStore objects) {
        this.ledger = ledger;
        this.objects = objects;
    }

    Optional<Order> of(CalculationId id) {
        return Optional.ofNullable(orders.get(id));
    }

    /// Whether a step of this run wants the calculation with just these inputs.
    boolean wants(CalculationId id, Inputs inputs) {
        Order order = orders.get(id);
        return order != null && order.inputs().equals(inputs.hash());
    }

    @Override
    public Supply supply(Calculation calculation) {
        CalculationId id = calculation.id();
        boolean isNew = !orders.containsKey(id);
        if (isNew) {
            order(calculation);
        }
        return switch (ledger.of(id)) {
            case CalculationState.Done(var attempt, var _) when wants(id, attempt.inputs()) -> new Supply.Usable(isNew);
            case CalculationState.Failed(var _, var failure) -> new Supply.Failed(failure);
            case CalculationState.Planned _,
                    CalculationState.Rendered _,
                    CalculationState.Submitting _,
                    CalculationState.Queued _,
                    CalculationState.Running _,
                    CalculationState.Ended _,
                    CalculationState.Done _ -> new Supply.Pending();
        };
    }

    private void order(Calculation calculation) {
        CalculationId id = calculation.id();
        Inputs inputs = Inputs.of(calculation.render());
        orders.put(id, new Order(calculation, inputs.hash()));
        switch (ledger.of(id)) {
            case CalculationState.Planned _ -> prepare(id, 1, inputs, "first attempt");
            case CalculationState.Rendered(var attempt) -> reorderRendered(id, attempt, inputs);
            case CalculationState.Submitting(var attempt, var _) -> reorderLive(id, attempt, inputs);
            case CalculationState.Queued(var attempt, var _, var _) -> reorderLive(id, attempt, inputs);
            case CalculationState.Running(var attempt, var _, var _) -> reorderLive(id, attempt, inputs);
            case CalculationState.Ended(var attempt, var _, var _) -> reorderLive(id, attempt, inputs);
            case CalculationState.Done(var attempt, var result) -> reorderDone(id, attempt, result, inputs);
            case CalculationState.Failed(var attempt, var failure) ->
                reuseOr(
                        id,
                        inputs,
                        () -> prepare(id, attempt.number() + 1, inputs, whyAfter(failure, attempt, inputs)));
        }
    }

    private void reorderRendered(CalculationId id, Attempt attempt, Inputs inputs) {
        if (!attempt.inputs().hash().equals(inputs.hash())) {
            reuseOr(id, inputs, () -> prepare(id, attempt.number(), inputs, inputs.changesSince(attempt.inputs())));
        }
    }

    private void reorderDone(CalculationId id, Attempt attempt, Digest result, Inputs inputs) {
        boolean isSame = attempt.inputs().hash().equals(inputs.hash());
        if (isSame && objects.get(result).isPresent()) {
            return;
        }
        String why = isSame ? "its stored result is gone" : inputs.changesSince(attempt.inputs());
        reuseOr(id, inputs, () -> prepare(id, attempt.number() + 1, inputs, why));
    }

    private void reorderLive(CalculationId id, Attempt attempt, Inputs inputs) {
        if (attempt.isCancelled()) {
            cancelledEarlier.add(attempt.token());
        } else if (!attempt.inputs().hash().equals(inputs.hash())) {
            ledger.move(id, new CalculationEvent.CancelAsked(SUPERSEDED));
        }
    }

    /// Gives an attempt up: for the reason for which it was asked to end, if it was, else for `failure`. If that was
    /// in an earlier run of the campaign, this run wants the calculation again.
    void giveUp(CalculationId id, Attempt attempt, Failure failure) {
        Failure why = attempt.aim() instanceof Aim.Cancel(var asked) ? asked : failure;
        ledger.move(id, new CalculationEvent.GaveUp(why));
        if (cancelledEarlier.remove(attempt.token())) {
            of(id).ifPresent(order -> renew(id, order, attempt, whyAfter(why, attempt, attempt.inputs())));
        }
    }

    private void reuseOr(CalculationId id, Inputs inputs, Runnable otherwise) {
        ledger.state()
                .result(id, inputs.hash())
                .filter(result -> objects.get(result).isPresent())
                .ifPresentOrElse(result -> ledger.move(id, new CalculationEvent.Reused(inputs, result)), otherwise);
    }

    /// A job that worked on inputs that nobody wants any more is over: begin anew with the ones that are wanted.
    void replace(CalculationId id, Order order, Attempt superseded) {
        ledger.move(id, new CalculationEvent.GaveUp(SUPERSEDED));
        Inputs inputs = Inputs.of(order.calculation().render());
        renew(id, order, superseded, inputs.changesSince(superseded.inputs()));
    }

    private void renew(CalculationId id, Order order, Attempt last, String why) {
        Inputs inputs = Inputs.of(order.calculation().render());
        reuseOr(id, inputs, () -> prepare(id, last.number() + 1, inputs, why));
    }

    private void prepare(CalculationId id, int number, Inputs inputs, String why) {
        ledger.move(
                id,
                new CalculationEvent.Prepared(
                        number,
                        Names.token(ledger.campaign(), id, number, inputs),
                        Names.directory(id, number),
                        inputs,
                        why));
    }

    private static String whyAfter(Failure failure, Attempt attempt, Inputs inputs) {
        String changes = inputs.changesSince(attempt.inputs());
        return "attempt " + attempt.number() + " failed (" + failure.signature() + ")"
                + (changes.isEmpty() ? "" : "; " + changes);
    }

    @Override
    public Optional<ObjectNode> result(CalculationId id) {
        return ledger.of(id) instanceof CalculationState.Done(var attempt, var result) && wants(id, attempt.inputs())
                ? objects.get(result)
                : Optional.empty();
    }
}
