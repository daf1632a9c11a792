package cairn.campaign.language;

import cairn.codes.Code;
import cairn.codes.catalogue.Codes;
import java.util.List;
import java.util.Optional;

/// What exists outside the language: the codes a workflow may name, and a reader of the files it names.
public record Vocabulary(List<Code> codes, StructureReader structures) {
    public Vocabulary {
        codes = List.copyOf(codes);
    }

    /// All codes of Cairn.
    public static Vocabulary installed(StructureReader structures) {
        return new Vocabulary(
                Codes.names().stream()
                        .map(Codes::named)
                        .flatMap(Optional::stream)
                        .toList(),
                structures);
    }

    public List<String> codeNames() {
        return codes.stream().map(Code::name).toList();
    }

    Code code(String name) {
        return codes.stream()
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
