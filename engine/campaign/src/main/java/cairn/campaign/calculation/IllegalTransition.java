package cairn.campaign.calculation;

/// Our bug: an event that has no business in a state.
public final class IllegalTransition extends IllegalStateException {
    private static final long serialVersionUID = 1;

    IllegalTransition(CalculationState state, CalculationEvent event) {
        super("not legal: " + event + " in state " + state);
    }
}
