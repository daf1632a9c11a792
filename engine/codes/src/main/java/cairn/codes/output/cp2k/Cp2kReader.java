package cairn.codes.output.cp2k;

import cairn.codes.output.ErrorStream;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Verdict;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads the main output of CP2K; its input and files of forces and positions are used if they lie beside it.
public final class Cp2kReader implements OutputReader {
    @Override
    public String what() {
        return "CP2K";
    }

    @Override
    public boolean isOne(String head) {
        return head.contains("CP2K| version string:")
                || head.contains("**  PROGRAM STARTED AT")
                // An input that cannot be read is told before the heading.
                || (head.contains("[ABORT]") && head.contains("input_parsing.F"))
                || head.contains("BAND EVALUATION OF ENERGIES AND FORCES");
    }

    @Override
    public Output read(Path file, Consumer<Step> steps) {
        try (LineReader lines = LineReader.open(file);
                Beside beside = new Beside(file)) {
            Cp2kText text = new Cp2kText(steps, beside);
            while (lines.next()) {
                text.take(lines.line());
                beside.named(text.settings().project(), text.settings().input());
            }
            Cp2kInput input = Cp2kInput.beside(file, text.settings().input());
            Replicas replicas = Replicas.beside(file, text.settings().project());
            Verdict verdict = ErrorStream.explained(text.verdict(lines.position(), input, replicas), file);
            return text.output(verdict, input, replicas);
        }
    }
}
