package cairn.campaign.language;

import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.yaml.Location;
import java.util.List;
import java.util.stream.Collectors;

/// Steps all of whose points are used at once: `relaxed`, or `[relaxed, perturbed]`.
public record Gathered(List<StepName> names) implements Refers {
    public Gathered {
        names = List.copyOf(names);
    }

    public static Shape<Gathered> shape() {
        return Shapes.oneOrSeveral(StepName.shape()).map(Gathered::new);
    }

    public Location at() {
        return names.getFirst().at();
    }

    @Override
    public List<Use> uses() {
        return names.stream().map(name -> new Use(name, How.ALL)).toList();
    }

    @Override
    public String toString() {
        return names.stream().map(StepName::value).collect(Collectors.joining(", "));
    }
}
