package cairn.campaign.language.verbs;

import cairn.campaign.language.Refers;
import cairn.campaign.language.Source;
import cairn.campaign.language.Sources;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import java.util.List;
import java.util.stream.Collectors;

/// One structure or several: `structures/LiAl.cif`, or `[structures/Li17Si4.cif, structures/Mg.cif]`.
record SeveralSources(List<Source> sources) implements Refers {
    SeveralSources {
        sources = List.copyOf(sources);
    }

    static Shape<SeveralSources> shape() {
        return Shapes.oneOrSeveral(Sources.shape()).map(SeveralSources::new);
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
