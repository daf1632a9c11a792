package cairn.codes.output.cp2k;

import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the outputs of the images, `PROJECT-BANDN.out` beside that of a band, say of its last step.
///
///     "BAND EVALUATION OF ENERGIES AND FORCES"              an SCF of this image follows
///     "SCF run NOT converged"
///     ("RMS" | "MAX") ("DISPLACEMENT" | "FORCE") "=" number "[" limit "]" ("(YES)" | "( NO)")
///     what stopped it (see [Cp2kEnding])
///
/// CP2K tells its criteria, and that it was stopped, in one of them only: the one that it has written to last. The
/// output of the band ends as if it were at rest.
final class Replicas {
    /// Whether the band is at rest.
    enum Rest {
        YES,
        NO,
        UNSAID
    }

    private Rest rest = Rest.UNSAID;
    private String stopped = "";
    private final List<String> unconverged = new ArrayList<>();

    private Replicas() {}

    static Replicas beside(Path output, String project) {
        Replicas replicas = new Replicas();
        if (!project.isEmpty()) {
            String name = project.substring(project.lastIndexOf('/') + 1);
            replicas.read(output, Pattern.compile(Pattern.quote(name) + "-BAND\\d+\\.out"));
        }
        return replicas;
    }

    private void read(Path output, Pattern names) {
        Path folder = output.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> names.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private void read(Path file) {
        boolean isUnconverged = false;
        try (LineReader lines = LineReader.open(file)) {
            while (lines.next()) {
                Line line = lines.line();
                isUnconverged &= !line.contains("BAND EVALUATION OF ENERGIES");
                isUnconverged |= line.contains("SCF run NOT converged");
                stopped = Cp2kEnding.isStop(line) ? Cp2kEnding.said(line) : stopped;
                rest(line);
            }
        }
        if (isUnconverged) {
            unconverged.add(file.getFileName().toString());
        }
    }

    private void rest(Line line) {
        boolean isFirst = line.begins("RMS DISPLACEMENT");
        if (isFirst || line.begins("MAX DISPLACEMENT") || line.begins("RMS FORCE") || line.begins("MAX FORCE")) {
            boolean isMet = line.contains("(YES)") && (isFirst || rest == Rest.YES);
            rest = isMet ? Rest.YES : Rest.NO;
        }
    }

    Rest rest() {
        return rest;
    }

    /// What stopped the band; empty if nothing did.
    String stopped() {
        return stopped;
    }

    /// The outputs whose last SCF did not converge; CP2K goes on with its energy.
    List<String> unconverged() {
        return List.copyOf(unconverged);
    }
}
