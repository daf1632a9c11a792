package cairn.neb.algebra;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A platform that OpenBLAS is bundled for.
///
/// @param folder what its folder is called
/// @param files the libraries there, each after those that it needs. On Linux the compiler's own, libgcc_s, is the
///     system's: two versions of it in one process would not go together, and no system is without
record Platform(String folder, List<String> files) {
    private static final List<Platform> ALL = List.of(
            new Platform("linux-x86_64", List.of("libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0")),
            new Platform("linux-arm64", List.of("libgfortran.so.5", "libopenblas.so.0")),
            new Platform(
                    "macosx-x86_64",
                    List.of("libgcc_s.1.1.dylib", "libquadmath.0.dylib", "libgfortran.5.dylib", "libopenblas.0.dylib")),
            new Platform("macosx-arm64", List.of("libopenblas.0.dylib")));

    Platform {
        files = List.copyOf(files);
    }

    static Optional<Platform> current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /// By the names that Java has for systems and processors.
    static Optional<Platform> of(String system, String processor) {
        String folder = family(system) + "-" + bits(processor);
        return ALL.stream().filter(platform -> platform.folder.equals(folder)).findAny();
    }

    private static String family(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "macosx" : name;
    }

    private static String bits(String processor) {
        return switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> processor;
        };
    }
}
