package cairn.campaign.work;

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
    record Surrogate(int imagesAtATime, int maxEvaluations) implements SearchChoice {
        public static final String WORD = "surrogate";

        @Override
        public String word() {
            return WORD;
        }
    }
}
