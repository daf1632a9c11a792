package cairn.codes.correction;

import cairn.codes.correction.Remedy.Touches;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What an expert would try after one error, in this order. `what` says what has happened, with `{subject}` for the
/// structure.
record Handler(String signature, String what, List<Correction> ladder) {
    private static final String SUBJECT = "{subject}";

    Handler {
        ladder = List.copyOf(ladder);
    }

    /// The next of the numerics that is for these settings, changes them, and has not been tried.
    Optional<Remedy> numerics(ObjectNode settings, String subject, Set<String> tried) {
        return ladder.stream()
                .filter(correction -> !tried.contains(correction.name()))
                .filter(correction -> correction.in().holds(settings))
                .flatMap(correction ->
                        correction instanceof Correction.Numerics numerics ? Stream.of(numerics) : Stream.empty())
                .map(numerics -> new Remedy(
                        signature,
                        numerics.name(),
                        Touches.NUMERICS,
                        what.replace(SUBJECT, subject),
                        changed(numerics, settings)))
                .filter(remedy -> !remedy.changes().isEmpty())
                .findFirst();
    }

    /// The first of the physics that is for these settings and changes them.
    Optional<Remedy> physics(ObjectNode settings) {
        return ladder.stream()
                .filter(correction -> correction.in().holds(settings))
                .flatMap(correction ->
                        correction instanceof Correction.Physics physics ? Stream.of(physics) : Stream.empty())
                .map(physics -> new Remedy(
                        signature, physics.name(), Touches.PHYSICS, physics.why(), changed(physics, settings)))
                .filter(remedy -> !remedy.changes().isEmpty())
                .findFirst();
    }

    private static List<Changed> changed(Correction correction, ObjectNode settings) {
        return correction.changes().stream()
                .flatMap(change -> change.in(settings).stream())
                .toList();
    }
}
