package cairn.structure.band;

import java.util.List;
import java.util.Objects;

/// The ordered images of a path that some program has searched, both endpoints included, with everything the program
/// left of them.
public record BandRecord(Provenance provenance, List<RecordedImage> images, CodeSays codeSays, List<Gap> gaps) {
    public BandRecord {
        Objects.requireNonNull(provenance);
        Objects.requireNonNull(codeSays);
        images = List.copyOf(images);
        gaps = List.copyOf(gaps);
        if (images.size() < 3) {
            throw new IllegalArgumentException(
                    "a band has two endpoints and at least one image between them, got " + images.size() + " images");
        }
    }
}
