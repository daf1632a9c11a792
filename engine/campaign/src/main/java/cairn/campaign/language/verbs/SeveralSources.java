package cairn.campaign.language.verbs;

import cairn.campaign.language.Refers;
import cairn.campaign.language.Source;
import cairn.campaign.language.Sources;
import cairn.campaign.shape.Schemas;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.yaml.Node;
import java.util.List;
import java.util.stream.Collectors;

/// One structure or several: `structures/LiAl.cif`, or `[structures/Li17Si4.cif, structures/Mg.cif]`.
record SeveralSources(List<Source> sources) implements Refers {
    SeveralSources {
        sources = List.copyOf(sources);
    }

    static Shape<SeveralSources> shape() {
        Shape<Source> one = Sources.shape();
        Shape<List<Source>> several = Shapes.list(one);
        return Shapes.of(
                (node, reading) -> node instanceof Node.Sequence
                        ? several.read(node, reading).map(SeveralSources::new)
                        : one.read(node, reading).map(source -> new SeveralSources(List.of(source))),
                () -> Schemas.anyOf(one.schema(), several.schema()));
    }

    @Override
    public List<Use> uses() {
        return sources.stream().flatMap(source -> source.uses().stream()).toList();
    }

    @Override
    public String toString() {
        return sources.stream().map(Source::toString).collect(Collectors.joining(", "));
    }
}
