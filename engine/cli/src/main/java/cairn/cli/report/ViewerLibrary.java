package cairn.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// 3Dmol.js as `install-viewer` left it: the text of its script, and of its licence, which goes wherever the script
/// goes.
public record ViewerLibrary(String script, String licence) {
    public ViewerLibrary {
        Objects.requireNonNull(script);
        Objects.requireNonNull(licence);
    }

    /// The library in a folder, if it was installed there.
    public static Optional<ViewerLibrary> in(Path folder) {
        Path script = folder.resolve("3Dmol-min.js");
        return Files.isReadable(script)
                ? Optional.of(new ViewerLibrary(text(script), text(folder.resolve("LICENSE"))))
                : Optional.empty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
