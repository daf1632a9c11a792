package cairn.codes.client;

import cairn.codes.CodeError;
import cairn.codes.ipi.IpiUnits;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A program that answers over the i-PI protocol: how it is started, and how its words are to be taken.
public interface Client {
    /// As its users call it: `pw.x`.
    String program();

    /// What it takes for a Bohr and a Hartree.
    IpiUnits units();

    Speech speech();

    /// What one process can be asked: it is kept for all structures for which this is equal.
    Object scope(Structure structure);

    /// Writes the input files into the folder, and gives the command that is to run there.
    ///
    /// @param socket what the program is to call, without the prefix `ipi_`
    List<String> prepare(Structure structure, String socket, Path folder, int cores) throws IOException;

    /// What to say where the program cannot be started.
    CodeError notInstalled(String why);
}
