package cairn.codes.output.gpaw;

import static cairn.codes.output.KnownMessages.Known.stops;

import cairn.codes.CodeError;
import cairn.codes.output.KnownMessages;
import cairn.codes.output.KnownMessages.Found;
import cairn.codes.output.LineReader;
import cairn.codes.output.Packed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What ended the script that called GPAW: the last line of a traceback on standard error. The words are those of GPAW
/// 22.8 and Python 3.11, each seen in a real traceback.
final class GpawErrors {
    private static final KnownMessages ALL = new KnownMessages(
            "Python",
            List.of(
                    stops("gpaw/unconverged", "Follow the tips in GPAW's text output.", "KohnShamConvergenceError"),
                    stops(
                            "gpaw/unknown-functional",
                            "Name a functional that GPAW or libxc knows, such as xc='PBE'.",
                            "Unknown functional"),
                    stops(
                            "gpaw/missing-setup",
                            "Install the setup of that element (gpaw install-data), or set GPAW_SETUP_PATH.",
                            "Could not find required PAW dataset"),
                    stops("gpaw/out-of-memory", "Ask for more memory, or use fewer k-points a core.", "MemoryError"),
                    stops("gpaw/atoms-too-close", "Move the atoms apart in the starting structure.", "AtomsTooClose"),
                    stops(
                            "gpaw/broken-symmetry",
                            "Set symmetry={'point_group': False}: atoms left their symmetric places.",
                            "Broken symmetry")));

    private GpawErrors() {}

    /// Of the traceback in `x.err` beside `x.txt`, if there is one.
    static Optional<CodeError> beside(Path text) {
        String name = Packed.unpackedName(String.valueOf(text.getFileName()));
        Path file = text.resolveSibling(name.replaceFirst("\\.[^.]*$", "") + ".err");
        return Files.isRegularFile(file) && !file.equals(text) ? in(file) : Optional.empty();
    }

    /// A traceback is indented, and the first line after it that is not names the exception.
    private static Optional<CodeError> in(Path file) {
        Optional<String> exception = Optional.empty();
        boolean inside = false;
        try (LineReader lines = LineReader.open(file)) {
            while (lines.next()) {
                if (lines.line().begins("Traceback (most recent call last)")) {
                    inside = true;
                } else if (inside && lines.line().indent() == 0 && !lines.line().isBlank()) {
                    exception = Optional.of(lines.line().text());
                    inside = false;
                }
            }
        }
        return exception.map(line -> ALL.in(line).map(Found::error).orElseGet(() -> unknown(line)));
    }

    private static CodeError unknown(String line) {
        return new CodeError("gpaw/script-failed", "Python says: " + line, "Correct the script at the line it names.");
    }
}
