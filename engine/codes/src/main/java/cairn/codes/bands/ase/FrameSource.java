package cairn.codes.bands.ase;

import cairn.structure.band.Gap;
import cairn.structure.band.RecordedImage;
import java.util.List;

/// The frames of one file, in their order, what its writer was, and what it does not say.
record FrameSource(String file, String version, List<RecordedImage> frames, List<Gap> gaps) {
    FrameSource {
        frames = List.copyOf(frames);
        gaps = List.copyOf(gaps);
    }
}
