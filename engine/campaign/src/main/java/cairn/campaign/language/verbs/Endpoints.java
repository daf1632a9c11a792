package cairn.campaign.language.verbs;

import cairn.campaign.language.Refers;
import cairn.campaign.language.StepName;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Shape;
import java.util.List;

/// The two ends of a path, `{from: start, to: end}`: steps that end with a relaxed structure.
record Endpoints(StepName from, StepName to) implements Refers {
    private static final Key.Required<StepName> FROM =
            Key.required("from", StepName.shape(), "the step that relaxes the first endpoint");
    private static final Key.Required<StepName> TO =
            Key.required("to", StepName.shape(), "the step that relaxes the last endpoint");

    static Shape<Endpoints> shape() {
        return MappingShape.of("endpoints", List.of(FROM, TO)).map(said -> new Endpoints(said.get(FROM), said.get(TO)));
    }

    @Override
    public List<Use> uses() {
        return List.of(new Use(from, How.ONE), new Use(to, How.ONE));
    }

    @Override
    public String toString() {
        return from.value() + " to " + to.value();
    }
}
