package cairn.cli.report;

import java.util.Objects;

/// A structure, or the images of a band one after the other, as the viewer shows it: what it is, and its extended XYZ.
public record ShownStructure(String title, String extendedXyz) {
    public ShownStructure {
        Objects.requireNonNull(title);
        Objects.requireNonNull(extendedXyz);
    }
}
