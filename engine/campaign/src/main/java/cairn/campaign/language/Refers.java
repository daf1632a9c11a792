package cairn.campaign.language;

import java.util.List;

/// A value that names steps: the arrows of the plan follow from it.
public interface Refers {
    List<Use> uses();

    /// One name, and how the step that names it uses the named one.
    record Use(StepName name, How how) {}

    enum How {
        /// The structure or the result of one step. Over a matrix: point by point, which makes the user a step over
        /// the same matrix.
        ONE,
        /// The results of all points of a step over a matrix at once, as a convex hull needs them.
        ALL,
        /// As ONE, but the name may also be a structure or a file.
        SOURCE
    }
}
