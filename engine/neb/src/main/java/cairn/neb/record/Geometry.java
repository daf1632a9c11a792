package cairn.neb.record;

import cairn.neb.Band;
import cairn.neb.optimize.Vector;
import cairn.structure.Structure;
import cairn.structure.band.BandRecord;
import cairn.structure.band.RecordedImage;
import cairn.structure.band.RecordedPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the images of a recorded band stand.
sealed interface Geometry permits Unwrapped, Lengths {
    /// @throws IllegalArgumentException if the images are not the same atoms in the same cell
    static Geometry of(BandRecord record) {
        List<Structure> structures = new ArrayList<>();
        List<Double> coordinates = new ArrayList<>();
        for (RecordedImage image : record.images()) {
            switch (image.place()) {
                case RecordedPlace.Atoms(Structure structure) -> structures.add(structure);
                case RecordedPlace.Along(double coordinate) -> coordinates.add(coordinate);
            }
        }
        if (!structures.isEmpty() && !coordinates.isEmpty()) {
            throw new IllegalArgumentException("the atoms of some images are known, those of others not");
        }
        return coordinates.isEmpty() ? Unwrapped.of(structures) : new Lengths(coordinates);
    }

    int size();

    /// The images, unwrapped, if their atoms are known.
    Optional<Band> band();

    /// The length of the path up to each image.
    double[] coordinates();

    /// The angle between the ways to and from an image, degrees.
    Reading kink(int image);

    /// The improved tangent where the energies around the image are known, else halfway between the ways to and from
    /// it; at an endpoint, straight to its neighbour. Empty where no atoms are known, as are the forces.
    Vector tangent(int image, List<Reading> energies);

    /// A vector over the atoms of one image, with the parts of fixed atoms set to zero.
    Vector free(Vector vector);

    default boolean isEndpoint(int image) {
        return image == 0 || image == size() - 1;
    }
}
