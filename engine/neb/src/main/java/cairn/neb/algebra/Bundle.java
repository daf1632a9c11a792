package cairn.neb.algebra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;

/// The OpenBLAS that comes with Cairn, loaded once in a process.
final class Bundle {
    /// On one thread, unless the variable that OpenBLAS itself knows says more: images run side by side already.
    private static final String THREADS = "OPENBLAS_NUM_THREADS";

    private static final String RESOURCES = "/org/bytedeco/openblas/";
    private static final String ABOUT = "/META-INF/maven/org.bytedeco/openblas/pom.properties";

    static final Optional<Algebra> ALGEBRA = load();

    private Bundle() {}

    public interface SetVariable {
        int call(MemorySegment name, MemorySegment value, int overwrite);
    }

    private static Optional<Algebra> load() {
        Optional<Platform> platform = Platform.current();
        if (platform.isEmpty()) {
            return without(
                    "there is none for " + System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
        }
        return load(platform.get());
    }

    private static Optional<Algebra> load(Platform platform) {
        var libraries = new SharedLibraries(RESOURCES + platform.folder() + "/", platform.files());
        if (!libraries.areBundled()) {
            return without("it is not on the class path");
        }
        try {
            List<Path> paths = unpack(libraries, platform);
            limitThreads();
            return Optional.of(new NativeAlgebra(OpenBlas.in(open(paths))));
        } catch (UncheckedIOException
                | IllegalArgumentException
                | IllegalCallerException
                | NoSuchElementException cause) {
            return without(String.valueOf(cause.getMessage()));
        }
    }

    private static Optional<Algebra> without(String reason) {
        System.err.println("cairn: linear algebra runs in plain Java, without OpenBLAS: " + reason);
        return Optional.empty();
    }

    /// Into the user's cache, where the next process finds them; into a folder of this process if that cannot be.
    private static List<Path> unpack(SharedLibraries libraries, Platform platform) {
        try {
            return libraries.unpackInto(cache().resolve("openblas-" + version() + "-" + platform.folder()));
        } catch (UncheckedIOException cacheIsNotWritable) {
            return unpackForThisProcess(libraries);
        }
    }

    private static List<Path> unpackForThisProcess(SharedLibraries libraries) {
        try {
            Path folder = Files.createTempDirectory("cairn-openblas-");
            folder.toFile().deleteOnExit();
            List<Path> paths = libraries.unpackInto(folder);
            paths.forEach(path -> path.toFile().deleteOnExit());
            return paths;
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot make a temporary folder", cause);
        }
    }

    /// By the XDG base directory specification, on every system.
    private static Path cache() {
        String home = System.getenv("XDG_CACHE_HOME");
        return home != null && Path.of(home).isAbsolute()
                ? Path.of(home, "cairn")
                : Path.of(System.getProperty("user.home"), ".cache", "cairn");
    }

    private static String version() {
        try (InputStream about = Bundle.class.getResourceAsStream(ABOUT)) {
            var properties = new Properties();
            if (about != null) {
                properties.load(about);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + ABOUT, cause);
        }
    }

    /// OpenBLAS starts a thread for each core as soon as it is loaded, and reads only the environment before. Java has
    /// taken its own copy of that at the first question, so what this process starts inherits nothing.
    private static void limitThreads() {
        if (System.getenv(THREADS) != null) {
            return;
        }
        Routine<SetVariable> setenv = Routine.of(Linker.nativeLinker().defaultLookup(), "setenv", SetVariable.class);
        try (Arena arena = Arena.ofConfined()) {
            setenv.plain().call(arena.allocateFrom(THREADS), arena.allocateFrom("1"), 1);
        }
    }

    /// The last library; those before it are loaded so that it finds them, whatever the system has of that name.
    @SuppressWarnings("restricted")
    private static SymbolLookup open(List<Path> paths) {
        List<SymbolLookup> opened = paths.stream()
                .map(path -> SymbolLookup.libraryLookup(path, Arena.global()))
                .toList();
        return opened.getLast();
    }
}
