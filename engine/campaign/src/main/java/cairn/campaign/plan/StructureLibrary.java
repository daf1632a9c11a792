package cairn.campaign.plan;

import cairn.campaign.language.Repeats;
import cairn.campaign.language.Source.File;
import cairn.campaign.language.StructureReader;
import cairn.campaign.language.StructureReader.Read;
import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Problems;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The structure files of a workflow, each read once, relative to the workflow's folder.
final class StructureLibrary {
    private record Wanted(String path, Repeats repeats) {}

    private final Path folder;
    private final StructureReader reader;
    private final Problems problems;
    private final Map<Wanted, Read> known = new HashMap<>();

    StructureLibrary(Path folder, StructureReader reader, Problems problems) {
        this.folder = folder;
        this.reader = reader;
        this.problems = problems;
    }

    /// Whether a name that is neither a structure nor a step is meant as a file.
    static boolean looksLikeFile(String name) {
        return name.contains("/") || name.contains(".");
    }

    /// Whether a path has a placeholder left, which is reported where it stands.
    static boolean hasPlaceholder(String path) {
        return path.contains("{");
    }

    Optional<Structure> structure(File file) {
        return structure(file.path(), file.repeats(), file.at());
    }

    /// The structure in a file; absent if there is none to be read, which is then a problem at the place given.
    Optional<Structure> structure(String path, Repeats repeats, Location at) {
        if (hasPlaceholder(path)) {
            return Optional.empty();
        }
        return switch (known.computeIfAbsent(new Wanted(path, repeats), this::read)) {
            case Read.Loaded(Structure structure) -> Optional.of(structure);
            case Read.Unreadable(String why) -> {
                problems.add(at, why, "");
                yield Optional.empty();
            }
        };
    }

    private Read read(Wanted wanted) {
        try {
            Path file = folder.resolve(wanted.path());
            return Files.isRegularFile(file) ? reader.read(file, wanted.repeats()) : missing(wanted, file);
        } catch (InvalidPathException e) {
            return new Read.Unreadable("'" + wanted.path() + "' is no path: " + e.getReason());
        }
    }

    private static Read missing(Wanted wanted, Path file) {
        String what = "there is no structure file '" + wanted.path() + "'";
        return new Read.Unreadable(NearestName.of(String.valueOf(file.getFileName()), neighbours(file))
                .map(near -> what + "; did you mean '" + near + "'?")
                .orElse(what + "; paths start at the workflow's folder"));
    }

    private static List<String> neighbours(Path file) {
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(neighbour -> String.valueOf(neighbour.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of(); // Only the hint is lost.
        }
    }
}
