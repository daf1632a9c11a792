package cairn.neb;

import cairn.structure.Structure;
import java.util.List;

/// The two atoms of a band that come closest to each other: in which image, and how close (Angstrom, minimum image).
public record ClosestApproach(int image, int atom, int otherAtom, double distance) {
    static ClosestApproach in(List<Structure> images) {
        ClosestApproach closest = new ClosestApproach(0, 0, 0, Double.POSITIVE_INFINITY);
        for (int image = 0; image < images.size(); image++) {
            Structure structure = images.get(image);
            for (int atom = 0; atom < structure.count(); atom++) {
                for (int other = 0; other < atom; other++) {
                    double distance = structure.distance(atom, other);
                    if (distance < closest.distance) {
                        closest = new ClosestApproach(image, other, atom, distance);
                    }
                }
            }
        }
        return closest;
    }
}
