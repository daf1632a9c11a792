package cairn.codes;

import cairn.structure.Structure;
import cairn.structure.distance.Contact;
import cairn.structure.distance.Neighbours;
import java.util.Locale;
import java.util.Optional;

/// Atoms so close to each other that no code should be asked: it gives forces that tear the structure apart, or, as
/// LAMMPS does, never comes back.
public final class Overlap {
    /// Of the sum of the covalent radii. Relaxed structures stay above 0.7; the room below it is for raw insertions and
    /// for the images of a band before its first force call.
    private static final double SHORTEST = 0.5;

    private Overlap() {}

    /// What is wrong with the two atoms that overlap most; empty if none do.
    public static Optional<CodeError> in(Structure structure) {
        return Neighbours.shorterThan(SHORTEST, structure).stream()
                .findFirst()
                .map(contact -> error(structure, contact));
    }

    private static CodeError error(Structure structure, Contact contact) {
        return new CodeError(
                "structure/overlapping-atoms",
                String.format(
                        Locale.ROOT,
                        "atoms %d (%s) and %d (%s), counted from 0, are only %.2f Angstrom apart, less than half of a"
                                + " bond",
                        contact.one(),
                        structure.species().get(contact.one()).symbol(),
                        contact.other(),
                        structure.species().get(contact.other()).symbol(),
                        contact.distanceAng()),
                "check the positions and the cell of the structure");
    }
}
