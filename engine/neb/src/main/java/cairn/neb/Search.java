package cairn.neb;

import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.List;

/// A search for a minimum energy path, at rest between two rounds of evaluations.
///
/// Evaluate what is [#wanted()], in any order, side by side and with any code, hand the results to [#advance], and go
/// on until the search [#isFinished()]. Nothing changes in place: replaying the same evaluations gives the same search.
public interface Search {
    /// The structures whose evaluation is wanted next, in the order in which [#advance] wants the results.
    List<Structure> wanted();

    /// The search after the evaluations of [#wanted()].
    Search advance(List<Evaluation> evaluations);

    Status status();

    default boolean isFinished() {
        return !(status() instanceof Status.Searching);
    }

    default boolean isConverged() {
        return status() instanceof Status.Converged;
    }

    /// Rounds so far: what is wanted in one round can be evaluated side by side.
    int rounds();

    /// Evaluations of single images so far, endpoints excluded.
    int forceEvaluations();

    /// The largest force that convergence is judged by, on true forces, eV/Angstrom; infinite before the first round.
    double fmax();

    /// What is known of the barrier by now.
    Estimate estimate();

    /// The band as it is known now; before the first round, the one that the search started from.
    Band band();

    /// The path as far as it is known.
    MinimumEnergyPath path();

    /// How uncertain the energy of each image of the [#path()] is, eV, one standard deviation; zero where the image was
    /// evaluated, and more where a model says what it would be.
    List<Double> uncertainties();

    /// Whether the band moves by evaluations alone: from the beginning, or because learning did not help.
    boolean isPlain();
}
