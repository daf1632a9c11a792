package cairn.campaign.language;

import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.Node.Scalar;
import java.util.Optional;

/// A name that stands for a step (or, where a source may stand, for a structure), and where it is written.
public record StepName(String value, Location at) {
    /// What names of steps and structures look like.
    static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9_-]{0,59}";

    static final String EXPECTED = "letters, digits, '-' and '_', at most 60";

    /// The name of a step, as a value. Whether there is such a step, the plan finds out.
    public static Shape<StepName> shape() {
        Shape<String> text = Shapes.text();
        return Shapes.of(
                (node, reading) -> node instanceof Scalar scalar
                        ? Optional.of(new StepName(scalar.text(), scalar.at()))
                        : reading.mustBe("the name of a step", node),
                text::schema,
                StepName::value);
    }
}
