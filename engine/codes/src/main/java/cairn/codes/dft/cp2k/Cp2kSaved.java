package cairn.codes.dft.cp2k;

import cairn.codes.output.FortranFile;
import cairn.codes.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What CP2K saves at every step: an input that goes on from there, the wave functions, and for a relaxation the
/// curvature that it has learned.
final class Cp2kSaved {
    static final String WAVES = "from.wfn";

    /// The one before it is kept under the second name.
    private static final List<String> RESTARTS = List.of("cairn-1.restart", "cairn-1.restart.bak-1");

    private static final String LAST_WAVES = "cairn-RESTART.wfn";
    private static final String CURVATURE = "cairn-BFGS.Hessian";

    private Cp2kSaved() {}

    /// Wave functions may be missing: then CP2K begins its SCF with those of atoms.
    static SortedMap<String, Path> of(Task task, Path folder) {
        SortedMap<String, Path> saved = new TreeMap<>();
        restart(folder).ifPresent(file -> saved.put("from.restart", file));
        whole(folder.resolve(LAST_WAVES)).ifPresent(file -> saved.put(WAVES, file));
        Path curvature = folder.resolve(CURVATURE);
        if (task instanceof Task.Relax && Files.isRegularFile(curvature) && FortranFile.isSquare(curvature)) {
            saved.put("from.Hessian", curvature);
        }
        return isEnough(task, saved) ? saved : new TreeMap<>();
    }

    private static boolean isEnough(Task task, SortedMap<String, Path> saved) {
        return switch (task) {
            case Task.Energy _ -> false;
            case Task.Relax _ -> saved.containsKey("from.restart") && saved.containsKey("from.Hessian");
            case Task.Dynamics _, Task.Band _ -> saved.containsKey("from.restart");
        };
    }

    private static Optional<Path> whole(Path file) {
        return Files.isRegularFile(file) && FortranFile.isWhole(file) ? Optional.of(file) : Optional.empty();
    }

    private static Optional<Path> restart(Path folder) {
        return RESTARTS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .filter(Cp2kSaved::isWholeInput)
                .findFirst();
    }

    /// Whether every section ends, the last of them being how energies are computed.
    private static boolean isWholeInput(Path file) {
        int depth = 0;
        String last = "";
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines.map(String::strip)::iterator) {
                depth += line.startsWith("&END") ? -1 : line.startsWith("&") ? 1 : 0;
                last = line.isEmpty() ? last : line;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return depth == 0 && last.startsWith("&END FORCE_EVAL");
    }
}
