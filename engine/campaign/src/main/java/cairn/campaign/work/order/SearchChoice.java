package cairn.campaign.work.order;

import java.util.Objects;

/// Which search finds a band, and what it may use.
public sealed interface SearchChoice {
    /// The word for it in workflows and results.
    String word();

    /// The nudged elastic band itself: each round asks for all images.
    record Plain() implements SearchChoice {
        public static final String WORD = "plain";

        @Override
        public String word() {
            return WORD;
        }
    }

    /// A band on a model of the energies, learned while it is searched: each round asks for at most `imagesAtATime`
    /// images, and no search for more than `maxEvaluations`.
    record Surrogate(int imagesAtATime, int maxEvaluations, Prior prior) implements SearchChoice {
        public static final String WORD = "surrogate";

        public Surrogate {
            Objects.requireNonNull(prior);
        }

        @Override
        public String word() {
            return WORD;
        }
    }

    /// What the model holds for likely before it has learned anything.
    sealed interface Prior {
        /// Nothing but what the search itself assumes.
        record None() implements Prior {}

        /// The energies of another code, cheap beside the one that is asked; its calls are not counted.
        record OfCode(String name) implements Prior {
            public OfCode {
                Objects.requireNonNull(name);
            }
        }
    }
}
