package cairn.codes.bands;

import cairn.structure.format.FormatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A folder that may hold a band, or one file in it that the user named; remembers which files were read.
public final class BandFolder {
    /// What is read as a whole; nothing that a band needs comes near it.
    private static final long LARGEST_BYTES = 512L << 20;
    private static final int HEAD_BYTES = 1 << 16;
    /// A folder of a million files is no band.
    private static final int MOST_FILES = 100_000;

    private final Path folder;
    private final Predicate<String> meant;
    private final TreeSet<String> read = new TreeSet<>();

    private BandFolder(Path folder, Predicate<String> meant) {
        this.folder = folder;
        this.meant = meant;
    }

    /// @param path the folder, or the one file in it that is meant
    public static BandFolder of(Path path) {
        if (Files.isDirectory(path)) {
            return new BandFolder(path, _ -> true);
        }
        if (Files.isRegularFile(path)) {
            String name = path.getFileName().toString();
            Path parent = path.toAbsolutePath().getParent();
            return new BandFolder(parent == null ? Path.of("") : parent, name::equals);
        }
        throw new FormatException(
                path.toString(), FormatException.WHOLE_FILE, "there is no such folder", "name the folder of the run");
    }

    public Path path() {
        return folder;
    }

    /// The files that were read so far, relative to the folder.
    public List<String> filesRead() {
        return List.copyOf(read);
    }

    /// The regular files with such a name, sorted; only those that the user meant.
    public List<String> candidates(Predicate<String> name) {
        return files(name).stream().filter(meant).toList();
    }

    /// The regular files with such a name, sorted.
    public List<String> files(Predicate<String> name) {
        return children(name, Files::isRegularFile);
    }

    /// The folders with such a name, sorted.
    public List<String> folders(Predicate<String> name) {
        return children(name, Files::isDirectory);
    }

    private List<String> children(Predicate<String> name, Predicate<Path> kind) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.limit(MOST_FILES)
                    .filter(kind)
                    .map(child -> child.getFileName().toString())
                    .filter(name)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /// Whether there is such a file; the name may lead through folders.
    public boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    /// When a file was last written, in milliseconds.
    public long lastWritten(String name) {
        try {
            return Files.getLastModifiedTime(folder.resolve(name)).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + folder.resolve(name), e);
        }
    }

    /// A file that must be there.
    public byte[] bytes(String name) {
        Path file = folder.resolve(name);
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw problem(name, "the file has more than " + LARGEST_BYTES + " bytes", "give a smaller one");
            }
            read.add(name);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// A text that must be there; programs write ASCII, and names of users anything.
    public String text(String name) {
        return new String(bytes(name), StandardCharsets.ISO_8859_1);
    }

    public List<String> lines(String name) {
        return text(name).lines().toList();
    }

    /// The beginning of a file, to see what it is; it does not count as read.
    public String head(String name) {
        try (InputStream file = Files.newInputStream(folder.resolve(name))) {
            return new String(file.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.resolve(name), e);
        }
    }

    /// Line by line, for files too large to hold.
    public void forEachLine(String name, Consumer<String> reader) {
        Path file = folder.resolve(name);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            read.add(name);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// The only one of several files that could each be a band.
    public String only(List<String> names) {
        if (names.size() > 1) {
            throw new FormatException(
                    folder.toString(),
                    FormatException.WHOLE_FILE,
                    "there is more than one band: " + String.join(", ", shortened(names)),
                    "name the file that is meant, as in cairn band " + folder.resolve(names.getFirst()));
        }
        return names.getFirst();
    }

    private static List<String> shortened(List<String> names) {
        List<String> few = new ArrayList<>(names.subList(0, Math.min(5, names.size())));
        if (names.size() > few.size()) {
            few.add("...");
        }
        return few;
    }

    /// A problem with a file as a whole.
    public FormatException problem(String name, String what, String todo) {
        return new FormatException(folder.resolve(name).toString(), FormatException.WHOLE_FILE, what, todo);
    }
}
