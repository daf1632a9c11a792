package cairn.campaign.plan;

import cairn.campaign.language.Source;
import cairn.campaign.shape.Key;
import cairn.campaign.yaml.Problems;
import cairn.codes.Code;
import cairn.structure.Structure;
import cairn.structure.distance.Contact;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;

/// The physics lint of a step before anything runs: what its code objects to, atoms on top of each other, and what
/// its verb knows.
final class Inspection {
    private final Insertions insertions;
    private final Problems problems;
    /// The codes already asked of each structure. By identity: a file is read once, and to compare all atoms each time
    /// would cost more than to ask the code again.
    private final IdentityHashMap<Structure, Set<String>> asked = new IdentityHashMap<>();

    Inspection(Insertions insertions, Problems problems) {
        this.insertions = insertions;
        this.problems = problems;
    }

    void inspect(Instance step) {
        step.verb().structure().ifPresent(key -> inspectStructure(step, key));
        step.verb().inspect(step, problems);
    }

    private void inspectStructure(Instance step, Key<Source> key) {
        Source source = step.draft().said().find(key).orElseThrow();
        step.structure().ifPresent(structure -> {
            if (source instanceof Source.Inserted inserted) {
                inspectInsertion(structure, inserted);
            }
            inspectCode(step, structure);
        });
    }

    private void inspectInsertion(Structure structure, Source.Inserted inserted) {
        insertions.tooClose(structure).ifPresent(contact -> {
            String what = String.format(
                    Locale.ROOT,
                    "the inserted %s is %.2f Angstrom from %s, less than 0.7 times the sum of their covalent radii",
                    inserted.element().symbol(),
                    contact.distanceAng(),
                    neighbour(structure, contact));
            problems.block("E11", inserted.at(), what, "give the fractions of an empty site");
        });
    }

    private static String neighbour(Structure structure, Contact contact) {
        return contact.one() == contact.other()
                ? "its own image"
                : "an atom of " + structure.species().get(contact.one()).symbol();
    }

    private void inspectCode(Instance step, Structure structure) {
        Code code = step.setup().code();
        if (asked.computeIfAbsent(structure, _ -> new HashSet<>(1)).add(code.spec())) {
            for (String objection : code.objections(structure)) {
                problems.add(
                        step.at(), "step '" + step.id() + "' cannot run with " + code.name() + ": " + objection, "");
            }
            step.pass(code.remarks(structure), problems);
        }
    }
}
