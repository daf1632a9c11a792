package cairn.codes.dft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The protocols fast, balanced and precise: settings that a workflow can leave unsaid.
public final class Protocols {
    /// The file, as messages and plans name it.
    public static final String NAME = "protocols.yaml";

    private Protocols() {}

    /// The text of the file, in the words of a workflow: a mapping of protocols, each of code names (or `all`).
    public static String text() {
        try (InputStream file = Protocols.class.getResourceAsStream(NAME)) {
            if (file == null) {
                throw new IllegalStateException(NAME + " is missing in this build");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(NAME, e);
        }
    }
}
