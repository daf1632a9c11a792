package cairn.neb.record;

import cairn.neb.Band;
import cairn.neb.Tangent;
import cairn.neb.optimize.Vector;
import cairn.structure.Constraints;
import cairn.structure.Structure;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Where the images of a recorded band stand, each atom followed from image to image across the borders of the cell.
///
/// An atom counts as fixed if the program held it fixed in every image and it does stand still; others fix an atom in
/// one endpoint only, or at slightly different places.
final class Unwrapped implements Geometry {
    /// A fixed atom may stand this far apart in two images, Angstrom: what codes lose when they write positions.
    private static final double FIXED_ATOM_TOLERANCE = 1e-3;

    private final Band band;

    private Unwrapped(Band band) {
        this.band = band;
    }

    /// @throws IllegalArgumentException if the images are not the same atoms in the same cell
    static Unwrapped of(List<Structure> images) {
        Constraints fixed = fixedEverywhere(images);
        return new Unwrapped(Band.of(images.stream()
                .map(image -> new Structure(image.cell(), image.species(), image.positions(), fixed))
                .toList()));
    }

    private static Constraints fixedEverywhere(List<Structure> images) {
        Structure first = images.getFirst();
        BitSet fixed = new BitSet();
        for (int atom = 0; atom < first.count(); atom++) {
            int here = atom;
            fixed.set(atom, images.stream().allMatch(image -> isFixedInPlace(first, image, here)));
        }
        return Constraints.of(fixed);
    }

    private static boolean isFixedInPlace(Structure first, Structure image, int atom) {
        if (atom >= image.count() || !image.constraints().isFixed(atom)) {
            return false;
        }
        double[] apart = first.cell()
                .minimumImage(
                        image.positions().x(atom) - first.positions().x(atom),
                        image.positions().y(atom) - first.positions().y(atom),
                        image.positions().z(atom) - first.positions().z(atom));
        return Vector.of(apart).norm() <= FIXED_ATOM_TOLERANCE;
    }

    @Override
    public int size() {
        return band.images().size();
    }

    @Override
    public Optional<Band> band() {
        return Optional.of(band);
    }

    /// From one image to the next, over the free atoms.
    private Vector displacement(int image) {
        return free(positions(image + 1).minus(positions(image)));
    }

    private Vector positions(int image) {
        return Vector.of(band.images().get(image).positions().toArray());
    }

    @Override
    public Vector free(Vector vector) {
        double[] components = vector.toArray();
        for (int i = 0; i < components.length; i++) {
            components[i] = band.from().constraints().isFixed(i / 3) ? 0 : components[i];
        }
        return Vector.of(components);
    }

    @Override
    public double[] coordinates() {
        double[] coordinates = new double[size()];
        for (int image = 1; image < coordinates.length; image++) {
            coordinates[image] =
                    coordinates[image - 1] + displacement(image - 1).norm();
        }
        return coordinates;
    }

    @Override
    public Reading kink(int image) {
        if (isEndpoint(image)) {
            return new Reading.Of(0);
        }
        Vector to = displacement(image - 1);
        Vector from = displacement(image);
        double lengths = to.norm() * from.norm();
        double cosine = lengths > 0 ? Math.clamp(to.dot(from) / lengths, -1, 1) : 1;
        return new Reading.Of(Math.toDegrees(Math.acos(cosine)));
    }

    @Override
    public Vector tangent(int image, List<Reading> energies) {
        if (isEndpoint(image)) {
            return unit(displacement(image == 0 ? 0 : image - 1));
        }
        Vector to = displacement(image - 1);
        Vector from = displacement(image);
        OptionalDouble before = energies.get(image - 1).number();
        OptionalDouble here = energies.get(image).number();
        OptionalDouble after = energies.get(image + 1).number();
        return before.isPresent() && here.isPresent() && after.isPresent()
                ? Tangent.improved(to, from, before.getAsDouble(), here.getAsDouble(), after.getAsDouble())
                : unit(unit(to).plus(unit(from)));
    }

    private static Vector unit(Vector vector) {
        return vector.norm() > 0 ? vector.unit() : vector;
    }
}
