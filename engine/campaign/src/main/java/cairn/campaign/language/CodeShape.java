package cairn.campaign.language;

import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Reading;
import cairn.campaign.shape.Said;
import cairn.campaign.shape.Schemas;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Node.Entry;
import cairn.campaign.yaml.Node.Kind;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import cairn.codes.CodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What may stand under `code:`: a name, or a mapping with `use`, a protocol, settings, and keys under codes' own
/// names.
final class CodeShape implements Shape<Said> {
    static final String USE = "use";

    private final Shape<String> name;
    private final Key<String> use;
    private final Key.Optional<String> protocol;
    private final List<Key.Optional<Worded>> own;
    private final MappingShape mapping;

    CodeShape(Vocabulary vocabulary, List<String> protocols) {
        List<String> known = vocabulary.codeNames();
        this.name = known.isEmpty() ? Shapes.text() : Shapes.choice(known);
        this.protocol = Key.optional("protocol", Shapes.choice(protocols), "numbers for what is not said: balanced");
        this.own = vocabulary.kinds().stream()
                .map(kind -> Key.optional(
                        kind.name(), (Shape<Worded>) new OwnShape(kind.name(), kind.ownKeys()), "in its own words"))
                .toList();
        String about = "the name of the code";
        this.use = vocabulary.kinds().isEmpty() ? Key.required(USE, name, about) : Key.optional(USE, name, about);
        this.mapping = MappingShape.of("code", keys(vocabulary.kinds()));
    }

    private List<Key<?>> keys(List<CodeKind> kinds) {
        List<Key<?>> keys = new ArrayList<>(List.of(use));
        if (!kinds.isEmpty()) {
            keys.add(protocol);
            CodeKey.ALL.forEach(setting -> keys.add(setting.key()));
            keys.addAll(own);
        }
        return keys;
    }

    Key<String> use() {
        return use;
    }

    Key.Optional<String> protocol() {
        return protocol;
    }

    /// The key under which a code's own words stand.
    Optional<Key.Optional<Worded>> own(String code) {
        return own.stream().filter(key -> key.name().equals(code)).findFirst();
    }

    @Override
    public Optional<Said> read(Node node, Reading reading) {
        if (node instanceof Scalar scalar) {
            return name.read(scalar, reading).flatMap(_ -> mapping.read(asMapping(scalar), reading));
        }
        return mapping.read(node, reading);
    }

    /// `qe` as `{use: qe}`.
    static Mapping asMapping(Scalar name) {
        return new Mapping(List.of(new Entry(new Scalar(USE, Kind.TEXT, name.at()), name)), name.at());
    }

    @Override
    public ObjectNode schema() {
        return Schemas.anyOf(name.schema(), mapping.schema());
    }
}
