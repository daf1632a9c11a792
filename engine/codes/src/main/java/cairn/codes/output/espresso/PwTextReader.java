package cairn.codes.output.espresso;

import cairn.codes.output.ErrorStream;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Reads what pw.x writes to its standard output; the input beside it tells whether it did what was asked.
public final class PwTextReader implements OutputReader {
    private static final Pattern PROGRAM = Pattern.compile("^ {4,}Program [A-Z]", Pattern.MULTILINE);

    @Override
    public String what() {
        return "pw.x, its text";
    }

    @Override
    public boolean isOne(String head) {
        return head.contains("Program PWSCF ") || (!PROGRAM.matcher(head).find() && hasHeading(head));
    }

    /// neb.x has pw.x write one for each image, without its banner; ph.x and others write it below a banner of their
    /// own.
    private static boolean hasHeading(String head) {
        return head.contains("bravais-lattice index") && head.contains("number of Kohn-Sham states");
    }

    @Override
    public Output read(Path file, Consumer<Step> steps) {
        PwText text = new PwText(steps);
        try (LineReader lines = LineReader.open(file)) {
            while (lines.next()) {
                text.take(lines.line());
            }
            Optional<PwInput> input = PwInput.beside(file, text.settings().input());
            input.flatMap(PwInput::mesh).ifPresent(text.settings()::mesh);
            Output output = text.output(verdict(file, text, input, lines.position()));
            return PwXmlBeside.of(file, text.ending().saved())
                    .map(xml -> xml.warned(output))
                    .orElse(output);
        }
    }

    private static Verdict verdict(Path file, PwText text, Optional<PwInput> input, long end) {
        Verdict verdict = ErrorStream.explained(text.verdict(end), file);
        boolean ranThrough = verdict instanceof Verdict.Complete || verdict instanceof Verdict.Unconverged;
        return ranThrough
                ? input.flatMap(asked -> asked.contradicts(text.settings(), text.ending()))
                        .orElse(verdict)
                : verdict;
    }
}
