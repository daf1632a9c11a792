package cairn.codes.dft.pseudo;

import cairn.codes.dft.Functional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A folder of UPF files.
final class UpfFolder {
    private static final int MOST_FILES = 10_000;

    private UpfFolder() {}

    /// Those of an element and a functional; if there are none of the functional, all of the element.
    static List<Pseudopotential> candidates(Path folder, String element, Functional functional) {
        List<Pseudopotential> all = files(folder).stream()
                .filter(file -> isOf(element, file))
                .flatMap(file -> UpfFile.read(element, file).stream())
                .toList();
        List<Pseudopotential> fitting = all.stream()
                .filter(one -> one.functional().filter(functional::equals).isPresent())
                .toList();
        return fitting.isEmpty() ? all : fitting;
    }

    /// `Si.pbe-n-kjpaw_psl.1.0.0.UPF`, `si_pbe_v1.uspp.F.UPF`, `Si.upf`.
    private static boolean isOf(String element, Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String symbol = element.toLowerCase(Locale.ROOT);
        return name.endsWith(".upf") && name.startsWith(symbol) && !Character.isLetter(name.charAt(symbol.length()));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST_FILES).filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
