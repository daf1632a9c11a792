package cairn.structure.distance;

/// Two atoms and the distance (Angstrom) between images of them; `one` equals `other` for an atom and its
/// own image.
public record Contact(int one, int other, double distanceAng) {}
