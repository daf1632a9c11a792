package cairn.codes.correction;

import java.util.List;

/// One thing that an expert would try after an error, with what it may touch.
sealed interface Correction {
    /// Within its ladder: no correction is made twice in a job.
    String name();

    /// For which calculations it is.
    Case in();

    List<Change> changes();

    /// How the answer is found. The answer stays the same, to the convergence that was asked for.
    record Numerics(String name, Case in, List<Change> changes) implements Correction {
        public Numerics {
            changes = List.copyOf(changes);
        }
    }

    /// What is asked. `why` says when that is right, a clause after "if".
    record Physics(String name, Case in, List<Change> changes, String why) implements Correction {
        public Physics {
            changes = List.copyOf(changes);
        }
    }
}
