package cairn.codes.output.cp2k;

import cairn.codes.output.ErrorStream;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the main output of CP2K; its input and a file of forces are used if they lie beside it.
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
            Cp2kText text = new Cp2kText(steps, beside::forces);
            while (lines.next()) {
                text.take(lines.line());
                beside.named(text.settings().project());
            }
            Verdict verdict = ErrorStream.explained(text.verdict(lines.position()), file);
            return text.output(verdict, Cp2kInput.settings(file, text.settings().input()));
        }
    }

    /// Opens the file of forces once a step asks for it: then the output has told its project.
    private static final class Beside implements AutoCloseable {
        private final Path output;
        private String project = "";
        private boolean looked;
        private Optional<ForceFrames> frames = Optional.empty();

        Beside(Path output) {
            this.output = output;
        }

        void named(String told) {
            project = told;
        }

        SaidForces forces(double energy) {
            if (!looked) {
                looked = true;
                frames = ForceFrames.beside(output, project);
            }
            return frames.map(file -> file.next(energy)).orElseGet(SaidForces.NotGiven::new);
        }

        @Override
        public void close() {
            frames.ifPresent(ForceFrames::close);
        }
    }
}
