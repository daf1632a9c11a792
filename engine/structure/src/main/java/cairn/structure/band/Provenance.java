package cairn.structure.band;

import java.util.List;
import java.util.Objects;

/// Which program made a band, in which version, and the files that were read, relative to the folder.
public record Provenance(String code, String version, List<String> files) {
    public static final String UNKNOWN_VERSION = "unknown";

    public Provenance {
        Objects.requireNonNull(code);
        Objects.requireNonNull(version);
        files = List.copyOf(files);
    }
}
