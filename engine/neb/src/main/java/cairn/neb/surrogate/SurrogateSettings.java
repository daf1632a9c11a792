package cairn.neb.surrogate;

/// How a surrogate search may spend evaluations: so many images side by side in one round, so many in all.
public record SurrogateSettings(int imagesAtATime, int maxEvaluations) {
    public SurrogateSettings {
        if (imagesAtATime < 1 || maxEvaluations < 1) {
            throw new IllegalArgumentException("a search needs at least one image at a time, and one evaluation");
        }
    }

    /// One image after another, which needs the fewest evaluations.
    public static SurrogateSettings standard() {
        return new SurrogateSettings(1, 1000);
    }
}
