package cairn.codes.bands.ase;

import cairn.structure.band.Gap;
import cairn.structure.band.RecordedImage;
import java.util.List;

/// The frames of one file, in their order, with the settings of each, what its writer was, and what it does not say.
record FrameSource(
        String file, String version, List<RecordedImage> frames, List<CalculatorSettings> settings, List<Gap> gaps) {
    FrameSource {
        frames = List.copyOf(frames);
        settings = List.copyOf(settings);
        if (frames.size() != settings.size()) {
            throw new IllegalArgumentException(frames.size() + " frames, but settings of " + settings.size());
        }
        gaps = List.copyOf(gaps);
    }
}
