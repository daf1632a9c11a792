package cairn.codes.output;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads one kind of output file of one code.
public interface OutputReader {
    /// Of what, for people: `pw.x`, `an OUTCAR of VASP`.
    String what();

    /// Whether a file that begins like this is one of these; its name is not asked, since people rename files.
    boolean isOne(String head);

    /// Goes through the file once and hands out each whole step; files that belong to it and lie beside it are used.
    ///
    /// @throws cairn.structure.format.FormatException if the file cannot be read at all, with the place
    Output read(Path file, Consumer<Step> steps);
}
