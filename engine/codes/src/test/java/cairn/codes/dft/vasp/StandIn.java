package cairn.codes.dft.vasp;

import cairn.codes.dft.Installed;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The program beside this that reads and writes VASP's files, and computes with the EMT potential of ASE: VASP itself
/// is not here.
public final class StandIn {
    private StandIn() {}

    static VaspCommand command(String... arguments) {
        return new VaspCommand(words(arguments));
    }

    /// What starts it; its text says what the arguments mean.
    public static List<String> words(String... arguments) {
        Installed.python("ase", "python3-ase");
        List<String> words = new ArrayList<>(List.of("/usr/bin/python3", script().toString()));
        words.addAll(List.of(arguments));
        return words;
    }

    private static Path script() {
        try {
            return Path.of(Objects.requireNonNull(StandIn.class.getResource("vasp_std"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
