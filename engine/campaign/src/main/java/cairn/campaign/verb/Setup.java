package cairn.campaign.verb;

import cairn.campaign.step.PhysicsPolicy;
import cairn.cluster.Resources;
import cairn.codes.Code;
import cairn.codes.CodeSpec;
import cairn.codes.catalogue.Codes;
import cairn.codes.correction.Remedy;
import java.util.Objects;

/// What every step that runs calculations is set up with.
public record Setup(Code code, Resources resources, PhysicsPolicy physics) {
    public Setup {
        Objects.requireNonNull(code);
        Objects.requireNonNull(resources);
        Objects.requireNonNull(physics);
    }

    /// A setup whose physics nobody but its user changes.
    public Setup(Code code, Resources resources) {
        this(code, resources, PhysicsPolicy.REFUSE);
    }

    /// With a change of physics, if it is allowed and the settings still are what it was made for.
    public Setup amended(Remedy change) {
        return switch (physics) {
            case REFUSE -> this;
            case ALLOW ->
                change.applyIfUnchanged(CodeSpec.settings(code.spec()))
                        .flatMap(settings -> Codes.of(CodeSpec.of(code.name(), settings)))
                        .map(changed -> new Setup(changed, resources, physics))
                        .orElse(this);
        };
    }
}
