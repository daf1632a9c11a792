package cairn.campaign.language;

import cairn.codes.Code;
import cairn.codes.CodeKind;
import cairn.codes.catalogue.Codes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What exists outside the language: the codes a workflow may name, those of them that take settings, a reader of the
/// files it names, and the folder where their paths start.
public record Vocabulary(List<Code> codes, List<CodeKind> kinds, StructureReader structures, Path folder) {
    public Vocabulary {
        codes = List.copyOf(codes);
        kinds = List.copyOf(kinds);
    }

    /// With codes that take no settings.
    public Vocabulary(List<Code> codes, StructureReader structures) {
        this(codes, List.of(), structures, Path.of(""));
    }

    /// All codes of Cairn.
    public static Vocabulary installed(StructureReader structures) {
        return new Vocabulary(
                Codes.names().stream()
                        .map(Codes::named)
                        .flatMap(Optional::stream)
                        .toList(),
                Codes.kinds(),
                structures,
                Path.of(""));
    }

    /// The same, with paths that start at a folder.
    public Vocabulary in(Path start) {
        return new Vocabulary(codes, kinds, structures, start);
    }

    public List<String> codeNames() {
        return Stream.concat(codes.stream().map(Code::name), kinds.stream().map(CodeKind::name))
                .toList();
    }

    /// The kind of a name; empty for a code that takes no settings.
    Optional<CodeKind> kind(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    Code code(String name) {
        return codes.stream()
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
