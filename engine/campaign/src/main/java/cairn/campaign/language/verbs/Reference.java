package cairn.campaign.language.verbs;

import cairn.campaign.language.Refers;
import cairn.campaign.language.StepName;
import cairn.campaign.shape.Shape;
import java.util.List;

/// A step whose result another one is measured against.
record Reference(StepName step) implements Refers {
    static Shape<Reference> shape() {
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
