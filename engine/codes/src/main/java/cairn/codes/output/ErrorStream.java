package cairn.codes.output;

import cairn.codes.CodeError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a program said on its standard error, in a file that is called like its output and lies beside it, as `pw.err`
/// beside `pw.out`: why an output ends in the middle.
public final class ErrorStream {
    private static final long LINES = 10_000;

    private ErrorStream() {}

    /// For a cut output what the file beside it says instead, if it says anything; for others what they are.
    public static Verdict explained(Verdict verdict, Path output) {
        return verdict instanceof Verdict.Truncated ? beside(output).orElse(verdict) : verdict;
    }

    private static Optional<Verdict> beside(Path output) {
        String name = Packed.unpackedName(output.getFileName().toString());
        int dot = name.lastIndexOf('.');
        Path errors = output.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".err");
        boolean usable = !errors.equals(output) && Files.isRegularFile(errors) && Files.isReadable(errors);
        return usable ? read(errors) : Optional.empty();
    }

    private static Optional<Verdict> read(Path errors) {
        try (LineReader lines = LineReader.open(errors)) {
            Optional<Verdict> found = Optional.empty();
            while (found.isEmpty() && lines.number() < LINES && lines.next()) {
                found = Killers.verdict(lines.line()).or(() -> runtimeError(lines.line()));
            }
            return found;
        }
    }

    private static Optional<Verdict> runtimeError(Line line) {
        return line.begins("Fortran runtime error:") || line.begins("forrtl: severe")
                ? Optional.of(new Verdict.Crashed(new CodeError(
                        "system/runtime-error",
                        line.text().strip(),
                        "a file that the program reads is likely cut or of another format: look at the last thing that"
                                + " its output names")))
                : Optional.empty();
    }
}
