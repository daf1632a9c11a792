package cairn.cli.engine;

import cairn.codes.bands.ImageCount;
import java.nio.file.Path;
import java.util.Objects;

/// A band that somebody's program ran: its folder, or the one file that is meant; how many images it has, if the user
/// says so; what counts as converged (eV/Angstrom); and where figures and tables go.
public record BandCall(Path folder, ImageCount images, double fmax, Destination destination) {
    public BandCall {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(images);
        Objects.requireNonNull(destination);
        if (!(fmax > 0)) {
            throw new IllegalArgumentException("fmax must be positive, got " + fmax);
        }
    }

    public sealed interface Destination {
        /// Nothing is written: the folder is somebody else's.
        record Nowhere() implements Destination {}

        record Folder(Path path) implements Destination {}
    }
}
