package cairn.codes.dft.cp2k;

import cairn.codes.output.FortranFile;
import cairn.codes.output.Verdict;
import cairn.codes.output.cp2k.Cp2kReader;
import cairn.codes.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What CP2K saves at every step: an input that goes on from there, the wave functions (of a band those of each image),
/// and for a relaxation the curvature that it has learned.
///
/// A run that goes on computes the forces of where it does so once more. With the wave functions of that very step this
/// takes one iteration, with those of an SCF that was stopped as many as a new step. CP2K looks for them under the name
/// that it gave them.
final class Cp2kSaved {
    private static final String RESTART = "from.restart";

    /// The one before it is kept under the second name.
    private static final List<String> RESTARTS = List.of("cairn-1.restart", "cairn-1.restart.bak-1");

    /// Of wave functions or, where there are k-points, of the density matrix: those of the last SCF, which may have
    /// been stopped.
    private static final Pattern LAST_WAVES = Pattern.compile("cairn-(BAND\\d+-)?RESTART\\.(wfn|kp)");

    /// Those of the SCF before.
    private static final String EARLIER = ".bak-1";

    private static final String CURVATURE = "from.Hessian";

    /// CP2K writes it from the second step of a run on; until then that of the run before is the last.
    private static final List<String> CURVATURES = List.of("cairn-BFGS.Hessian", CURVATURE);

    private Cp2kSaved() {}

    /// Wave functions may be missing: then CP2K begins its SCF with those of atoms.
    static SortedMap<String, Path> of(Task task, Path folder) {
        SortedMap<String, Path> saved = new TreeMap<>();
        restart(folder).ifPresent(file -> {
            saved.put(RESTART, file);
            names(folder).forEach(name -> waves(folder, name, file).ifPresent(waves -> saved.put(name, waves)));
        });
        if (task instanceof Task.Relax) {
            curvature(folder).ifPresent(file -> saved.put(CURVATURE, file));
        }
        return saved.containsKey(RESTART) && isEnough(task, saved, folder) ? saved : new TreeMap<>();
    }

    private static boolean isEnough(Task task, SortedMap<String, Path> saved, Path folder) {
        return switch (task) {
            case Task.Energy _ -> false;
            case Task.Relax _ -> saved.containsKey(CURVATURE);
            case Task.Dynamics _ -> true;
            case Task.Band(var _, var climbing, var _, var _, var _) ->
                climbing == Task.Climbing.NEVER || hasSettled(folder);
        };
    }

    /// Where a band has not settled, its images alone are gone on from, and it does not climb.
    private static boolean hasSettled(Path folder) {
        return Files.isRegularFile(folder.resolve(RESTART))
                || new Cp2kReader()
                                .read(folder.resolve(Cp2kRun.OUTPUT), _ -> {})
                                .verdict()
                        instanceof Verdict.Complete;
    }

    private static Optional<Path> curvature(Path folder) {
        return CURVATURES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .filter(FortranFile::isSquare)
                .findFirst();
    }

    /// Of the wave functions that there are, each once.
    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(EARLIER, ""))
                    .filter(LAST_WAVES.asMatchPredicate())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /// Those of the restart are the last that were written before it; any others are better than none.
    private static Optional<Path> waves(Path folder, String name, Path restart) {
        List<Path> whole = Stream.of(name, name + EARLIER)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .filter(FortranFile::isWhole)
                .sorted(Comparator.comparing(Cp2kSaved::written).reversed())
                .toList();
        return whole.stream()
                .filter(waves -> written(waves).compareTo(written(restart)) <= 0)
                .findFirst()
                .or(() -> whole.stream().findFirst());
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the time of " + file, e);
        }
    }

    private static Optional<Path> restart(Path folder) {
        return RESTARTS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .filter(Cp2kSaved::isWholeInput)
                .findFirst();
    }

    /// Whether every section ends, also that of how energies are computed. It is the last, but for EXT_RESTART in what
    /// a run leaves that has itself gone on from another.
    private static boolean isWholeInput(Path file) {
        int depth = 0;
        boolean endsEnergies = false;
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines.map(String::strip)::iterator) {
                depth += line.startsWith("&END") ? -1 : line.startsWith("&") ? 1 : 0;
                endsEnergies |= line.equals("&END FORCE_EVAL");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return depth == 0 && endsEnergies;
    }
}
