package cairn.codes.dft.pseudo;

import cairn.codes.dft.Functional;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Pseudopotentials that belong together: the files of a folder, or files by element, or CP2K's GTH potentials.
public sealed interface Family {
    /// All UPF files of a folder, whose names begin with the symbol of their element.
    record Folder(Path folder) implements Family {}

    /// A file for each element.
    record Files(SortedMap<String, Path> byElement) implements Family {
        public Files {
            byElement = Collections.unmodifiableSortedMap(new TreeMap<>(byElement));
        }
    }

    /// The entries of a name in a file of CP2K, made for PBE, to be converted.
    record Gth(Path file, String name) implements Family {}

    /// The pseudopotentials of an element that the family has for a functional; more than one is one too many.
    default List<Pseudopotential> candidates(String element, Functional functional) {
        return switch (this) {
            case Folder(Path folder) -> UpfFolder.candidates(folder, element, functional);
            case Files(var byElement) ->
                Optional.ofNullable(byElement.get(element)).flatMap(file -> UpfFile.read(element, file)).stream()
                        .toList();
            case Gth(Path file, String name) -> Gths.candidates(file, name, element);
        };
    }
}
