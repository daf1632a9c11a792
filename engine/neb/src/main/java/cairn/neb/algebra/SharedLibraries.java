package cairn.neb.algebra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Unpacks the bundled libraries into one folder, from where the system's linker can load them.
///
/// A file appears under its name when it is whole: it is written under another and renamed. So processes may unpack
/// into the same folder at once, one that is killed leaves nothing that another would load, and what is damaged is
/// replaced while those who have it open keep the old.
final class SharedLibraries {
    private final String resources;
    private final List<String> names;

    /// @param resources the folder of the libraries on the class path
    SharedLibraries(String resources, List<String> names) {
        this.resources = resources;
        this.names = List.copyOf(names);
    }

    /// Whether the class path holds them.
    boolean areBundled() {
        return names.stream().allMatch(name -> SharedLibraries.class.getResource(resources + name) != null);
    }

    /// Their paths, in order, in a folder that is made if need be.
    List<Path> unpackInto(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot make the folder " + folder, cause);
        }
        return names.stream().map(name -> unpack(name, folder.resolve(name))).toList();
    }

    private Path unpack(String name, Path file) {
        try {
            if (!isWhole(name, file)) {
                write(name, file);
            }
            return file;
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot write " + file, cause);
        }
    }

    private boolean isWhole(String name, Path file) throws IOException {
        return Files.exists(file)
                && Files.size(file) == resource(name).openConnection().getContentLengthLong();
    }

    private void write(String name, Path file) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), name, ".unfinished");
        try (InputStream library = resource(name).openStream()) {
            Files.copy(library, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private URL resource(String name) throws IOException {
        URL resource = SharedLibraries.class.getResource(resources + name);
        if (resource == null) {
            throw new IOException(name + " is not on the class path");
        }
        return resource;
    }
}
