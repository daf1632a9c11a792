package cairn.campaign.plan;

import cairn.campaign.language.Source.Inserted;
import cairn.structure.Element;
import cairn.structure.Fraction;
import cairn.structure.Structure;
import cairn.structure.distance.Contact;
import cairn.structure.distance.Neighbours;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// Atoms put into structures, as the check before the run sees them; each insertion is made and looked at once,
/// however many steps of a matrix make it.
final class Insertions {
    /// No two atoms of a relaxed structure are closer than this share of the sum of their covalent radii.
    private static final double TOO_CLOSE = 0.7;

    private record Added(Element element, Fraction at) {}

    /// By identity: a file is read once, and to compare all atoms costs more than to insert one.
    private final IdentityHashMap<Structure, Map<Added, Structure>> made = new IdentityHashMap<>();

    private final IdentityHashMap<Structure, Optional<Contact>> contacts = new IdentityHashMap<>();

    Structure into(Structure host, Inserted inserted) {
        return made.computeIfAbsent(host, _ -> new HashMap<>(2))
                .computeIfAbsent(
                        new Added(inserted.element(), inserted.fraction()),
                        added -> host.inserted(added.element(), added.at()));
    }

    /// The closest atom (or image of itself) that is too close to the last atom of a structure.
    Optional<Contact> tooClose(Structure structure) {
        return contacts.computeIfAbsent(structure, Insertions::contact);
    }

    private static Optional<Contact> contact(Structure structure) {
        return Neighbours.shorterThan(TOO_CLOSE, structure).stream()
                .filter(contact -> contact.other() == structure.count() - 1)
                .findFirst();
    }
}
