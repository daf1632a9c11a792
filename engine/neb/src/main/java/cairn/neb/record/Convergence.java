package cairn.neb.record;

/// Whether a recorded band is converged by our definition, on true forces and per-atom norms.
///
/// `saddle`: the highest image lies above its neighbours, and its whole true force is below fmax (eV/Angstrom).
/// `path`: on every image between the endpoints the true force across the path is below fmax. A band never says whether
/// its saddle is verified: that needs a Hessian with one negative mode.
public record Convergence(double fmax, Answer saddle, Answer path) {
    public enum Answer {
        YES,
        NO,
        /// The forces that would tell are not in the folder.
        UNKNOWN
    }
}
