package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.Estimate;
import cairn.neb.MinimumEnergyPath;
import cairn.neb.MinimumEnergyPath.Convergence;
import cairn.neb.PathSearch;
import cairn.neb.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// What a search has to show: a band that was relaxed on what was learned, or a plain one.
sealed interface Outcome {
    Band band();

    /// The path, if the search stands so.
    MinimumEnergyPath path(Status status);

    List<Double> uncertainties();

    /// What is known of the barrier, with so many rounds to go.
    Estimate estimate(OptionalInt roundsLeft);

    record Learned(LearnedBand learned) implements Outcome {
        @Override
        public Band band() {
            return learned.band();
        }

        @Override
        public MinimumEnergyPath path(Status status) {
            boolean converged = status instanceof Status.Converged;
            return MinimumEnergyPath.of(
                    learned.band(),
                    learned.evaluations(),
                    converged ? OptionalInt.of(learned.highest()) : OptionalInt.empty(),
                    converged ? Convergence.SADDLE : Convergence.NONE);
        }

        /// Endpoints have been evaluated.
        @Override
        public List<Double> uncertainties() {
            List<Double> all = new ArrayList<>(learned.uncertainties());
            all.set(0, 0.0);
            all.set(all.size() - 1, 0.0);
            return all;
        }

        @Override
        public Estimate estimate(OptionalInt roundsLeft) {
            int highest = learned.highest();
            double from = learned.energy(0);
            double to = learned.energy(learned.size() - 1);
            double summit = learned.hasSummit() ? learned.energy(highest) : Math.max(from, to);
            return new Estimate(summit - from, summit - to, learned.uncertainty(highest), roundsLeft);
        }
    }

    record Plain(PathSearch search) implements Outcome {
        @Override
        public Band band() {
            return search.band();
        }

        @Override
        public MinimumEnergyPath path(Status status) {
            return status instanceof Status.WrongOrder ? search.path().refuted() : search.path();
        }

        @Override
        public List<Double> uncertainties() {
            return search.uncertainties();
        }

        @Override
        public Estimate estimate(OptionalInt roundsLeft) {
            return search.estimate();
        }
    }
}
