package cairn.neb;

import cairn.neb.optimize.Vector;
import cairn.neb.start.Geodesic;
import cairn.neb.start.Growth;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/// The ordered images of a path, both endpoints included: the same atoms in the same order, cell and constraints.
///
/// Positions go on continuously from image to image, so an atom that leaves the cell is not wrapped, and the
/// displacement between two images is a plain difference.
public record Band(List<Structure> images) {
    /// A fixed atom may stand this far apart in two images, Angstrom: what codes lose when they write positions.
    private static final double FIXED_ATOM_TOLERANCE = 1e-3;
    /// Lattice vectors of two images may differ by this, Angstrom.
    private static final double CELL_TOLERANCE = 1e-6;

    /// A band of images, each one unwrapped so that every atom is nearest to where it is in the image before.
    public Band {
        if (images.size() < 3) {
            throw new IllegalArgumentException(
                    "a band has two endpoints and at least one image between them, got " + images.size() + " images");
        }
        for (int image = 1; image < images.size(); image++) {
            requireAlike(images.get(0), images.get(image), image);
        }
        images = unwrapped(images);
    }

    public static Band of(List<Structure> images) {
        return new Band(images);
    }

    /// A band between two endpoints, before the first force call.
    public static Band between(Structure from, Structure to, int interiorImages, NebSettings.Start start) {
        Band linear = linear(from, to, interiorImages);
        return switch (start) {
            case LINEAR -> linear;
            case IDPP -> Idpp.relaxed(linear);
            case SEQUENTIAL_IDPP -> Idpp.relaxed(of(Growth.along(linear.images)));
            case GEODESIC -> of(Geodesic.near(Growth.along(linear.images)));
        };
    }

    private static Band linear(Structure from, Structure to, int interiorImages) {
        requireAlike(from, to, interiorImages + 1);
        Vector start = vector(from);
        Structure end = unwrapped(from, to);
        Vector displacement = vector(end).minus(start);
        List<Structure> images = new ArrayList<>();
        images.add(from);
        for (int image = 1; image <= interiorImages; image++) {
            double fraction = (double) image / (interiorImages + 1);
            images.add(moved(from, start.plus(fraction, displacement)));
        }
        images.add(end);
        return new Band(images);
    }

    public Structure from() {
        return images.getFirst();
    }

    public Structure to() {
        return images.getLast();
    }

    /// The images that move.
    public List<Structure> interior() {
        return images.subList(1, images.size() - 1);
    }

    public Band reversed() {
        return new Band(images.reversed());
    }

    /// The distance of the two closest atoms of any image, minimum image, and who they are.
    public ClosestApproach closestApproach() {
        return ClosestApproach.in(images);
    }

    /// The band's interior positions, one image after another.
    Vector interiorPositions() {
        return Vector.joined(interior().stream().map(Band::vector).toList());
    }

    /// This band with its interior elsewhere; atoms held fixed stay where they are.
    Band withInteriorPositions(Vector positions) {
        int size = 3 * from().count();
        List<Structure> moved = new ArrayList<>(images);
        for (int image = 1; image < images.size() - 1; image++) {
            moved.set(image, moved(images.get(image), positions.slice((image - 1) * size, image * size)));
        }
        return new Band(moved);
    }

    /// From one image to the next, over the free atoms; zero for fixed ones.
    Vector displacement(int image) {
        return free(vector(images.get(image + 1)).minus(vector(images.get(image))));
    }

    /// A vector over the atoms of one image with the parts of fixed atoms set to zero.
    Vector free(Vector vector) {
        if (from().constraints().fixedCount() == 0) {
            return vector;
        }
        double[] components = vector.toArray();
        for (int i = 0; i < components.length; i++) {
            components[i] = from().constraints().isFixed(i / 3) ? 0 : components[i];
        }
        return Vector.of(components);
    }

    private static Vector vector(Structure structure) {
        return Vector.of(structure.positions().toArray());
    }

    /// Fixed atoms keep the very numbers of the structure they are moved from.
    private static Structure moved(Structure structure, Vector positions) {
        double[] components = structure.positions().toArray();
        for (int i = 0; i < components.length; i++) {
            components[i] = structure.constraints().isFixed(i / 3) ? components[i] : positions.get(i);
        }
        return structure.withPositions(Positions.of(components));
    }

    private static List<Structure> unwrapped(List<Structure> images) {
        List<Structure> continuous = new ArrayList<>();
        continuous.add(images.getFirst());
        for (Structure image : images.subList(1, images.size())) {
            continuous.add(unwrapped(continuous.getLast(), image));
        }
        return List.copyOf(continuous);
    }

    /// The image with every atom shifted by lattice vectors to where it is nearest to itself in the one before.
    private static Structure unwrapped(Structure before, Structure image) {
        double[] components = image.positions().toArray();
        Positions old = before.positions();
        for (int atom = 0; atom < image.count(); atom++) {
            double x = components[3 * atom] - old.x(atom);
            double y = components[3 * atom + 1] - old.y(atom);
            double z = components[3 * atom + 2] - old.z(atom);
            double[] nearest = before.cell().minimumImage(x, y, z);
            // Only a whole lattice vector is added: an atom that needs none keeps its very numbers.
            if (Math.abs(nearest[0] - x) + Math.abs(nearest[1] - y) + Math.abs(nearest[2] - z) > CELL_TOLERANCE) {
                components[3 * atom] = old.x(atom) + nearest[0];
                components[3 * atom + 1] = old.y(atom) + nearest[1];
                components[3 * atom + 2] = old.z(atom) + nearest[2];
            }
        }
        return image.withPositions(Positions.of(components));
    }

    private static void requireAlike(Structure first, Structure other, int image) {
        if (other.count() != first.count()) {
            throw new IllegalArgumentException("image " + image + " has " + other.count() + " atoms, the first image "
                    + first.count() + ": all images of a band need the same atoms");
        }
        requireSameCell(first, other, image);
        for (int atom = 0; atom < first.count(); atom++) {
            requireSameSpecies(first, other, image, atom);
            requireSameConstraint(first, other, image, atom);
            if (first.constraints().isFixed(atom)) {
                requireInPlace(first, other, image, atom);
            }
        }
    }

    private static void requireSameCell(Structure first, Structure other, int image) {
        for (int vector = 0; vector < 3; vector++) {
            for (int axis = 0; axis < 3; axis++) {
                double difference =
                        other.cell().component(vector, axis) - first.cell().component(vector, axis);
                if (Math.abs(difference) > CELL_TOLERANCE) {
                    throw new IllegalArgumentException("image " + image + " has the cell " + other.cell()
                            + ", the first image " + first.cell() + ": relax both endpoints in the same cell");
                }
            }
        }
    }

    private static void requireSameSpecies(Structure first, Structure other, int image, int atom) {
        if (!first.species().get(atom).equals(other.species().get(atom))) {
            throw new IllegalArgumentException("atom " + atom + " is "
                    + other.species().get(atom).symbol() + " in image " + image + ", but "
                    + first.species().get(atom).symbol()
                    + " in the first one: all images need the atoms in the same order");
        }
    }

    private static void requireSameConstraint(Structure first, Structure other, int image, int atom) {
        if (first.constraints().isFixed(atom) != other.constraints().isFixed(atom)) {
            throw new IllegalArgumentException("atom " + atom + " is held fixed in only one of image " + image
                    + " and the first image: fix the same atoms in both endpoints");
        }
    }

    private static void requireInPlace(Structure first, Structure other, int image, int atom) {
        double[] apart = first.cell()
                .minimumImage(
                        other.positions().x(atom) - first.positions().x(atom),
                        other.positions().y(atom) - first.positions().y(atom),
                        other.positions().z(atom) - first.positions().z(atom));
        double distance = Math.sqrt(apart[0] * apart[0] + apart[1] * apart[1] + apart[2] * apart[2]);
        if (distance > FIXED_ATOM_TOLERANCE) {
            throw new IllegalArgumentException(String.format(
                    "atom %d is held fixed, but stands %.4f Angstrom away from itself in image %d",
                    atom, distance, image));
        }
    }
}
