package cairn.campaign.language;

import cairn.codes.Code;
import cairn.codes.CodeKind;
import cairn.codes.catalogue.Codes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What exists outside the language: the codes a workflow may name, those of them that take settings, a reader of the
/// files it names, the folder where their paths start, and the environment of jobs.
public record Vocabulary(List<Code> codes, List<CodeKind> kinds, StructureReader structures, CodeKind.Places places) {
    private static final CodeKind.Places HERE = new CodeKind.Places(Path.of(""), System.getenv());

    public Vocabulary {
        codes = List.copyOf(codes);
        kinds = List.copyOf(kinds);
    }

    /// With codes that take no settings.
    public Vocabulary(List<Code> codes, StructureReader structures) {
        this(codes, List.of(), structures, HERE);
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
                HERE);
    }

    /// The same, with paths that start at a folder.
    public Vocabulary in(Path start) {
        return new Vocabulary(codes, kinds, structures, new CodeKind.Places(start, places.environment()));
    }

    /// The same, with jobs that have these variables beside those of this process.
    public Vocabulary withEnvironment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(places.environment());
        environment.putAll(more);
        return new Vocabulary(codes, kinds, structures, new CodeKind.Places(places.folder(), environment));
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
