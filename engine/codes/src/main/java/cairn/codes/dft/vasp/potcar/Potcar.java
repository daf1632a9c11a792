package cairn.codes.dft.vasp.potcar;

import java.nio.file.Path;

/// One POTCAR, as its head describes it.
///
/// `title` is its TITEL, `functional` its LEXCH, `valence` its ZVAL, `cutoffEv` its ENMAX, and `sha256` the first
/// digits of what sha256sum says of the file.
public record Potcar(
        String variant,
        Path file,
        String title,
        String element,
        String functional,
        double valence,
        double cutoffEv,
        String sha256) {

    /// What tells it from all others.
    public String identity() {
        return variant + " = " + title + " (SHA-256 " + sha256 + ")";
    }
}
