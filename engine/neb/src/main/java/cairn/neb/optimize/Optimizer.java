package cairn.neb.optimize;

/// A search for a zero of a vector field, at rest between two evaluations of the field.
public sealed interface Optimizer permits Ode12r, Fire, Lbfgs, Guarded {
    /// Where the field is wanted next.
    Vector position();

    /// The same state, but with the field wanted at another position: some of it must not move.
    Optimizer tryingAt(Vector position);

    /// The state after the field at [#position()] has become known.
    Optimizer advance(Vector field);

    /// Whether the position evaluated last was kept, and not refused as a step too far.
    boolean isLastKept();

    /// Whether no step that helps can be found any more.
    boolean isStalled();

    /// A new start at a position because the field has changed its law; what is still true of it is kept.
    Optimizer restartedAt(Vector position);
}
