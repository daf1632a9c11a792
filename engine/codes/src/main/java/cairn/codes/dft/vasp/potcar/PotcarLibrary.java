package cairn.codes.dft.vasp.potcar;

import cairn.codes.dft.Functional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The user's folder of POTCARs, a folder below it for each: `Li_sv/POTCAR`.
public record PotcarLibrary(Path folder) {
    /// Names a folder of POTCARs.
    public static final String VARIABLE = "CAIRN_POTCARS";

    /// As ASE has it: the folder above `potpaw_PBE` and `potpaw`.
    private static final String OF_ASE = "VASP_PP_PATH";

    private static final String FILE = "POTCAR";
    private static final int MOST_FOLDERS = 10_000;

    /// Where jobs with this environment find those for a functional; empty if it does not say.
    public static Optional<PotcarLibrary> in(Map<String, String> environment, Functional functional) {
        String below = functional == Functional.LDA ? "potpaw" : "potpaw_PBE";
        return Optional.ofNullable(environment.get(VARIABLE))
                .map(Path::of)
                .or(() -> Optional.ofNullable(environment.get(OF_ASE)).map(path -> Path.of(path, below)))
                .map(PotcarLibrary::new);
    }

    /// Where nobody said where it is.
    public static PotcarLibrary unknown() {
        return new PotcarLibrary(Path.of("$" + VARIABLE));
    }

    Path file(String variant) {
        return folder.resolve(variant).resolve(FILE);
    }

    /// The variants of an element that are there.
    List<String> variants(String element) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.limit(MOST_FOLDERS)
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.matches(element + "(?![a-z]).*") && Files.isRegularFile(file(name)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
