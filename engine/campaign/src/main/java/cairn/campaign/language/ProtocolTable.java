package cairn.campaign.language;

import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Named;
import cairn.campaign.shape.Reading;
import cairn.campaign.shape.Said;
import cairn.campaign.shape.Shape;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Problems;
import cairn.campaign.yaml.YamlReader;
import cairn.codes.dft.Protocols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The protocols, read from their data file with the same shapes as a workflow.
final class ProtocolTable {
    /// What counts where a workflow names none.
    static final String USUAL = "balanced";

    /// The part of a protocol that is for every code.
    private static final String ALL = "all";

    private static final ProtocolTable BUILT_IN = read();

    private final SequencedMap<String, Map<String, Said>> protocols = new LinkedHashMap<>();

    private ProtocolTable() {}

    static ProtocolTable builtIn() {
        return BUILT_IN;
    }

    List<String> names() {
        return List.copyOf(protocols.keySet());
    }

    /// A value, and the part of the protocol that holds it.
    record Found(Worded value, String part) {}

    /// What a protocol says for a code; its own part comes first.
    Optional<Found> find(String protocol, String code, Key<Worded> key) {
        return find(protocol, key, code).or(() -> find(protocol, key, ALL));
    }

    private Optional<Found> find(String protocol, Key<Worded> key, String part) {
        return Optional.ofNullable(protocols.getOrDefault(protocol, Map.of()).get(part))
                .flatMap(said -> said.find(key))
                .map(value -> new Found(value, part));
    }

    private static ProtocolTable read() {
        Problems problems = new Problems();
        Shape<Said> part = MappingShape.of(
                "protocol", CodeKey.ALL.stream().map(CodeKey::key).toList());
        Shape<List<Named<List<Named<Said>>>>> file =
                Named.mapping("[a-z]+", "a protocol", Named.mapping("[a-z0-9]+", "a code, or all", part));
        ProtocolTable table = new ProtocolTable();
        Optional<Node> document = YamlReader.readValue(Protocols.NAME, Protocols.text(), problems);
        document.flatMap(node -> file.read(node, new Reading(problems, Protocols.NAME)))
                .ifPresent(all -> all.forEach(protocol -> table.add(protocol.name(), protocol.value())));
        if (problems.count() > 0) {
            throw new IllegalStateException(problems.sorted().toString());
        }
        return table;
    }

    private void add(String protocol, List<Named<Said>> parts) {
        Map<String, Said> byCode = new LinkedHashMap<>();
        parts.forEach(part -> byCode.put(part.name(), part.value()));
        protocols.put(protocol, byCode);
    }
}
