package cairn.codes.correction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// A correction for one failure: which settings it changes, from what to what.
///
/// For numerics, `reason` is what had happened ("the SCF of image 3 did not converge"); for physics, when such a change
/// is right ("it is a metal").
public record Remedy(String signature, String name, Touches touches, String reason, List<Changed> changes) {
    /// What a correction may touch.
    public enum Touches {
        NUMERICS,
        PHYSICS
    }

    public Remedy {
        changes = List.copyOf(changes);
    }

    /// `mixing_beta lowered from 0.7 to 0.3, iterations raised from 50 to 150`.
    public String what() {
        return changes.stream().map(Changed::words).collect(Collectors.joining(", "));
    }

    /// In one sentence.
    public String sentence() {
        return switch (touches) {
            case NUMERICS -> reason + ": " + what() + " (numerics only)";
            case PHYSICS -> what() + " (physics; right if " + reason + ")";
        };
    }

    /// How a user does by hand what is not done without being asked, in sentences.
    public String invitation() {
        String words = changes.stream().map(Changed::byHand).collect(Collectors.joining(", "));
        return "Other physics would help if " + reason + ": say " + words
                + " under `code:` of everything that is compared,"
                + " or physics_corrections: allow for the whole workflow.";
    }

    public ObjectNode applyTo(ObjectNode settings) {
        ObjectNode changed = settings;
        for (Changed change : changes) {
            changed = change.applyTo(changed);
        }
        return changed;
    }

    /// The changed settings; empty if one of the settings is no longer what this was made for.
    public Optional<ObjectNode> applyIfUnchanged(ObjectNode settings) {
        Optional<ObjectNode> changed = Optional.of(settings);
        for (Changed change : changes) {
            changed = changed.flatMap(change::applyIfUnchanged);
        }
        return changed;
    }
}
