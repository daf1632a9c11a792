package cairn.codes.output.vasp;

import cairn.codes.output.Output;
import cairn.codes.output.Output.Last;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The files beside this class, changed as a test wants them.
final class Sample {
    static final String CONVERGED = "aborting loop because EDIFF is reached ";
    static final String UNCONVERGED = "aborting loop EDIFF was not reached (unconverged) ";
    static final String ACCURATE = " reached required accuracy - stopping structural energy minimisation\n";

    private Sample() {}

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        write(file, text);
        return reader.read(file, _ -> {});
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Step last(Output output) {
        return ((Last.Of) output.last()).step();
    }
}
