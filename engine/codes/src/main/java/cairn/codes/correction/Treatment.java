package cairn.codes.correction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// The corrections of one job, which its engines share: what one has learned, another takes over once it fails.
///
/// No correction is made twice, and all of them together are limited; those of earlier attempts count, too.
public final class Treatment {
    /// More than any ladder has: who needs so many changes is not ill of numerics.
    static final int MOST_PER_JOB = 16;

    private final Handlers handlers;
    private final Consumer<Remedy> witness;
    private final List<Remedy> made = new ArrayList<>();
    private ObjectNode settings;

    private Treatment(Handlers handlers, ObjectNode settings, Consumer<Remedy> witness) {
        this.handlers = handlers;
        this.settings = settings;
        this.witness = witness;
    }

    /// Begins with what earlier attempts have changed; the witness is told each further correction before it is tried.
    public static Treatment of(Handlers handlers, ObjectNode settings, List<Remedy> earlier, Consumer<Remedy> witness) {
        Treatment treatment = new Treatment(handlers, settings, witness);
        earlier.forEach(treatment::keep);
        return treatment;
    }

    private void keep(Remedy remedy) {
        settings = remedy.applyTo(settings);
        made.add(remedy);
    }

    synchronized ObjectNode settings() {
        return settings;
    }

    /// What is to be tried after an error under some settings: those that another engine has come to meanwhile, else
    /// the next correction. Empty if nothing is left to try.
    synchronized Optional<ObjectNode> after(String signature, ObjectNode failed, String subject) {
        if (!failed.equals(settings)) {
            return Optional.of(settings);
        }
        if (made.size() >= MOST_PER_JOB) {
            return Optional.empty();
        }
        Optional<Remedy> next = handlers.numerics(signature, settings, subject, tried(signature));
        next.ifPresent(remedy -> {
            witness.accept(remedy);
            keep(remedy);
        });
        return next.map(_ -> settings);
    }

    private Set<String> tried(String signature) {
        Set<String> tried = new HashSet<>();
        made.stream()
                .filter(remedy -> remedy.signature().equals(signature))
                .forEach(remedy -> tried.add(remedy.name()));
        return tried;
    }

    synchronized List<Remedy> made() {
        return List.copyOf(made);
    }
}
