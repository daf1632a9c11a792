package cairn.campaign.language;

import cairn.campaign.shape.Shape;
import java.util.List;

/// The name of a step whose result another one needs: as a reference, or for its settings.
public record Reference(StepName step) implements Refers {
    public static Shape<Reference> shape() {
        return StepName.shape().map(Reference::new);
    }

    @Override
    public List<Use> uses() {
        return List.of(new Use(step, How.ONE));
    }

    @Override
    public String toString() {
        return step.value();
    }
}
