package cairn.codes.lammps;

import cairn.codes.CodeError;
import cairn.codes.output.ErrorCatalogue;
import cairn.codes.output.ErrorCatalogue.Known;
import java.util.List;

/// What LAMMPS's error lines mean. The texts are those of 29 Sep 2021 - Update 2, each seen in a real log.
public final class KnownErrors {
    static final ErrorCatalogue CATALOGUE = new ErrorCatalogue(
            "lammps",
            List.of(
                    Known.of(
                            "lost-atoms",
                            "Lost atoms",
                            "Atoms flew out of the cell: look for atoms that overlap in the starting structure."),
                    Known.of(
                            "unknown-model",
                            "KIM Model name not found",
                            "Install the OpenKIM models (Debian: openkim-models) on the machine where jobs run."),
                    Known.of(
                            "unknown-pair-style",
                            "Unrecognized pair style",
                            "This LAMMPS was built without the package: use one that has it, or a portable KIM model."),
                    Known.of(
                            "unknown-species",
                            "symbol not found",
                            "The model does not know one of the elements: choose a model that does."),
                    Known.of(
                            "out-of-memory",
                            "Failed to (re)?allocate",
                            "Ask for more memory in `resources`, or use a smaller supercell."),
                    Known.of(
                            "bad-input",
                            "Unknown command",
                            "This LAMMPS lacks a command of the deck: use a build with the KIM and MISC packages."),
                    Known.of(
                            "bad-data",
                            "Incorrect atom format in data file",
                            "The structure file was cut: is the disk full?"),
                    Known.of("bad-data", "Cannot open file", "A file is missing from the job's folder."),
                    Known.of("unknown", "", "Look the words up in LAMMPS's manual, page Errors.")));

    private KnownErrors() {}

    /// What to make of an error line. A line that we do not know is passed on as it is.
    public static CodeError of(String line) {
        CodeError known = CATALOGUE.of(line);
        return new CodeError(known.signature(), "LAMMPS says: " + known.message(), known.advice());
    }
}
