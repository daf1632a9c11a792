package cairn.codes.dft.pseudo;

import cairn.codes.dft.Functional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// One element's pseudopotential: what its file says of it, and how the file comes into a job's folder.
///
/// `functionalSaid` is in the file's own words. `cutoffEv` is what the file itself asks for, 0 if it does not say.
public record Pseudopotential(
        String element,
        String fileName,
        String functionalSaid,
        double valence,
        Kind kind,
        double cutoffEv,
        Content content) {
    /// How hard the density is, compared with the orbitals.
    public enum Kind {
        NORM_CONSERVING(4),
        AUGMENTED(8);

        private final int densityFactor;

        Kind(int densityFactor) {
            this.densityFactor = densityFactor;
        }

        /// The least cutoff of the density, in cutoffs of the orbitals.
        public int densityFactor() {
            return densityFactor;
        }
    }

    /// Where the file is from.
    public sealed interface Content {
        record File(Path path) implements Content {}

        record Converted(String text) implements Content {}
    }

    public Optional<Functional> functional() {
        return FunctionalNames.functional(functionalSaid);
    }

    /// Puts the file into a folder.
    public void writeInto(Path folder) throws IOException {
        Path file = folder.resolve(fileName);
        switch (content) {
            case Content.File(Path path) -> Files.copy(path, file, StandardCopyOption.REPLACE_EXISTING);
            case Content.Converted(String text) -> Files.writeString(file, text);
        }
    }
}
