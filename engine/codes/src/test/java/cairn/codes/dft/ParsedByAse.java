package cairn.codes.dft;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.structure.Forces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// What ASE reads in a code's own output: the judge of forces.
public final class ParsedByAse {
    private static final String FORCES = """
            import sys, ase.io
            forces = ase.io.read(sys.argv[1], format=sys.argv[2], index=-1).get_forces()
            print(*forces.flatten())
            """;

    private ParsedByAse() {}

    /// The last forces in an output of one of ASE's formats.
    public static Forces forces(Path output, String format) throws IOException, InterruptedException {
        Process python = new ProcessBuilder("/usr/bin/python3", "-c", FORCES, output.toString(), format)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        return Forces.of(Arrays.stream(text.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray());
    }
}
