package cairn.codes.output.vasp;

import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Resources;
import cairn.codes.output.Step;
import java.nio.file.Path;

/// The files beside this class, changed as a test wants them.
final class Sample {
    static final String CONVERGED = "aborting loop because EDIFF is reached ";
    static final String UNCONVERGED = "aborting loop EDIFF was not reached (unconverged) ";
    static final String ACCURATE = " reached required accuracy - stopping structural energy minimisation\n";

    private Sample() {}

    static String text(String name) {
        return Resources.text(Sample.class, name);
    }

    /// With the last of the words that are there replaced.
    static String replaceLast(String text, String words, String others) {
        int at = text.lastIndexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("there is no '" + words + "'");
        }
        return text.substring(0, at) + others + text.substring(at + words.length());
    }

    static Output read(OutputReader reader, Path file, String text) {
        return reader.read(Resources.write(file, text), _ -> {});
    }

    static void write(Path file, String text) {
        Resources.write(file, text);
    }

    static Step last(Output output) {
        return Resources.last(output);
    }
}
