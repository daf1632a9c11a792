package cairn.codes.lammps;

import cairn.codes.CodeError;
import java.util.List;

/// What LAMMPS's error lines mean. The texts are those of 29 Sep 2021 - Update 2, each seen in a real log.
public final class KnownErrors {
    private record Known(String text, String signature, String advice) {}

    private static final List<Known> ALL = List.of(
            new Known(
                    "Lost atoms",
                    "lammps/lost-atoms",
                    "Atoms flew out of the cell: look for atoms that overlap in the starting structure."),
            new Known(
                    "KIM Model name not found",
                    "lammps/unknown-model",
                    "Install the OpenKIM models (Debian: openkim-models) on the machine where jobs run."),
            new Known(
                    "Unrecognized pair style",
                    "lammps/unknown-pair-style",
                    "This LAMMPS was built without the package: use one that has it, or a portable KIM model."),
            new Known(
                    "symbol not found",
                    "lammps/unknown-species",
                    "The model does not know one of the elements: choose a model that does."),
            new Known(
                    "Failed to allocate",
                    "lammps/out-of-memory",
                    "Ask for more memory in `resources`, or use a smaller supercell."),
            new Known(
                    "Failed to reallocate",
                    "lammps/out-of-memory",
                    "Ask for more memory in `resources`, or use a smaller supercell."),
            new Known(
                    "Unknown command",
                    "lammps/bad-input",
                    "This LAMMPS lacks a command of the deck: use a build with the KIM and MISC packages."),
            new Known(
                    "Incorrect atom format in data file",
                    "lammps/bad-data",
                    "The structure file was cut: is the disk full?"),
            new Known("Cannot open file", "lammps/bad-data", "A file is missing from the job's folder."));

    private KnownErrors() {}

    /// What to make of an error line. A line that we do not know is passed on as it is.
    public static CodeError of(String line) {
        return ALL.stream()
                .filter(known -> line.contains(known.text()))
                .findFirst()
                .map(known -> new CodeError(known.signature(), "LAMMPS says: " + line, known.advice()))
                .orElseGet(() -> unknown(line));
    }

    private static CodeError unknown(String line) {
        return new CodeError(
                "lammps/unknown", "LAMMPS says: " + line, "Look the words up in LAMMPS's manual, page Errors.");
    }
}
