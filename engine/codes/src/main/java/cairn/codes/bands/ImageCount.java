package cairn.codes.bands;

/// How many images a band has, for programs that write no word of it.
public sealed interface ImageCount {
    /// Both endpoints included.
    record Of(int images) implements ImageCount {
        public Of {
            if (images < 3) {
                throw new IllegalArgumentException("a band has at least three images, got " + images);
            }
        }
    }

    /// To be found out from the files.
    record Unsaid() implements ImageCount {}
}
