package cairn.neb;

import cairn.neb.coordinates.Deformation;
import cairn.neb.coordinates.Matrix;
import cairn.neb.optimize.Vector;
import cairn.neb.start.Geodesic;
import cairn.neb.start.Growth;
import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/// The ordered images of a path, both endpoints included: the same atoms in the same order and constraints, and the
/// same cell, unless cells are free.
///
/// Positions go on continuously from image to image, so an atom that leaves the cell is not wrapped, and the
/// displacement between two images is a plain difference.
public record Band(List<Structure> images, Cells cells) {
    /// Positions nearer to each other than this, Angstrom, are not a lattice vector apart.
    private static final double TOLERANCE = 1e-6;

    /// A band of images, each one unwrapped so that every atom is nearest to where it is in the image before.
    public Band {
        if (images.size() < 3) {
            throw new IllegalArgumentException(
                    "a band has two endpoints and at least one image between them, got " + images.size() + " images");
        }
        Structure first = images.getFirst();
        if (cells instanceof Cells.Free) {
            images = unrotated(images);
        }
        for (int image = 1; image < images.size(); image++) {
            Alike.require(first, images.get(image), image, cells);
        }
        images = unwrapped(images);
    }

    public Band(List<Structure> images) {
        this(images, new Cells.Same());
    }

    public static Band of(List<Structure> images) {
        return new Band(images);
    }

    /// How far apart an atom stands in two structures of one band, that which is farthest from itself, Angstrom. Where
    /// no atom is fixed, it does not count how far all of them moved together.
    public static double distance(Structure one, Structure other, Cells cells) {
        Vector displacement = new Band(List.of(one, other, other), cells).displacement(0);
        return one.constraints().fixedCount() > 0
                ? displacement.largestAtomNorm()
                : displacement.withoutTranslation(one.count()).largestAtomNorm();
    }

    /// A band between two endpoints of one cell, before the first force call.
    public static Band between(Structure from, Structure to, int interiorImages, NebSettings.Start start) {
        return between(from, to, interiorImages, start, new Cells.Same());
    }

    /// A band between two endpoints, before the first force call.
    public static Band between(Structure from, Structure to, int interiorImages, NebSettings.Start start, Cells cells) {
        Band linear = linear(from, to, interiorImages, cells);
        return switch (start) {
            case LINEAR -> linear;
            case IDPP -> Idpp.relaxed(linear);
            case SEQUENTIAL_IDPP -> Idpp.relaxed(new Band(Growth.along(linear.images), cells));
            case GEODESIC -> new Band(Geodesic.near(Growth.along(linear.images)), cells);
        };
    }

    /// The endpoints alone say what all images are measured in.
    private static Band linear(Structure from, Structure to, int interiorImages, Cells cells) {
        Alike.require(from, to, interiorImages + 1, cells);
        Band ends = new Band(List.of(from, to, to), cells);
        Vector start = ends.point(0);
        Vector displacement = ends.point(2).minus(start);
        List<Structure> images = new ArrayList<>();
        images.add(ends.from());
        for (int image = 1; image <= interiorImages; image++) {
            double fraction = (double) image / (interiorImages + 1);
            images.add(ends.moved(from, start.plus(fraction, displacement)));
        }
        images.add(ends.to());
        return new Band(images, cells);
    }

    /// What a calculation said of the last endpoint as it was before this band turned it, for the endpoint as it is
    /// here.
    public Evaluation ofLast(Structure before, Evaluation evaluation) {
        return Deformation.turned(before.cell(), to().cell(), evaluation);
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
        return new Band(images.reversed(), cells);
    }

    /// The structure a fraction of the way from one image to the next.
    Structure between(int image, double fraction) {
        return moved(
                images.get(image), point(image).plus(fraction, point(image + 1).minus(point(image))));
    }

    /// The same way with other images on it, at equal distances.
    Band respaced(int interiorImages) {
        double whole = 0;
        for (int segment = 0; segment < images.size() - 1; segment++) {
            whole += displacement(segment).norm();
        }
        List<Structure> respaced = new ArrayList<>();
        respaced.add(from());
        double passed = 0;
        int segment = 0;
        for (int image = 1; image <= interiorImages; image++) {
            double wanted = whole * image / (interiorImages + 1);
            while (segment < images.size() - 2 && passed + displacement(segment).norm() < wanted) {
                passed += displacement(segment++).norm();
            }
            respaced.add(
                    between(segment, (wanted - passed) / displacement(segment).norm()));
        }
        respaced.add(to());
        return new Band(respaced, cells);
    }

    /// The distance of the two closest atoms of any image, minimum image, and who they are.
    public ClosestApproach closestApproach() {
        return ClosestApproach.in(images);
    }

    /// The band's interior positions, one image after another.
    Vector interiorPositions() {
        Deformation coordinates = coordinates();
        return Vector.joined(interior().stream().map(coordinates::of).toList());
    }

    /// This band with its interior elsewhere; atoms held fixed stay where they are.
    Band withInteriorPositions(Vector positions) {
        int size = positions.size() / interior().size();
        List<Structure> moved = new ArrayList<>(images);
        for (int image = 1; image < images.size() - 1; image++) {
            moved.set(image, moved(images.get(image), positions.slice((image - 1) * size, image * size)));
        }
        return new Band(moved, cells);
    }

    /// From one image to the next, over the free atoms; zero for fixed ones.
    Vector displacement(int image) {
        return free(point(image + 1).minus(point(image)));
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

    /// What a calculation says of an image, as a force on its point.
    Vector force(int image, Evaluation evaluation) {
        return coordinates().force(point(image), evaluation);
    }

    /// The energy that forces are the gradient of: under pressure, the enthalpy.
    double energy(int image, Evaluation evaluation) {
        return coordinates().energy(images.get(image), evaluation);
    }

    private Vector point(int image) {
        return coordinates().of(images.get(image));
    }

    /// Deformations are measured from the mean of the first and the last cell, so that neither end is preferred.
    private Deformation coordinates() {
        return switch (cells) {
            case Cells.Same _ -> new Deformation(from(), false);
            case Cells.Free(double pressure) ->
                new Deformation(from().withCell(meanCell(from(), to()), from().positions()), true, pressure);
        };
    }

    private static Cell meanCell(Structure one, Structure other) {
        Matrix first = Matrix.of(one.cell().toArray());
        return Cell.of(first.meanWith(Matrix.of(other.cell().toArray())).toArray());
    }

    /// Fixed atoms keep the very numbers of the structure they are moved from.
    private Structure moved(Structure structure, Vector point) {
        if (cells instanceof Cells.Free) {
            return coordinates().at(point);
        }
        double[] components = structure.positions().toArray();
        for (int i = 0; i < components.length; i++) {
            components[i] = structure.constraints().isFixed(i / 3) ? components[i] : point.get(i);
        }
        return structure.withPositions(Positions.of(components));
    }

    /// The images without the rotations between them, which no energy knows of.
    private static List<Structure> unrotated(List<Structure> images) {
        Structure from = images.getFirst();
        Structure to = Deformation.unrotated(from.cell(), images.getLast());
        Cell mean = meanCell(from, to);
        List<Structure> unrotated = new ArrayList<>();
        unrotated.add(from);
        for (Structure image : images.subList(1, images.size() - 1)) {
            unrotated.add(Deformation.unrotated(mean, image));
        }
        unrotated.add(to);
        return unrotated;
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
        Positions old = before.inCell(image.cell()).positions();
        for (int atom = 0; atom < image.count(); atom++) {
            double x = components[3 * atom] - old.x(atom);
            double y = components[3 * atom + 1] - old.y(atom);
            double z = components[3 * atom + 2] - old.z(atom);
            double[] nearest = image.cell().minimumImage(x, y, z);
            // Only a whole lattice vector is added: an atom that needs none keeps its very numbers.
            if (Math.abs(nearest[0] - x) + Math.abs(nearest[1] - y) + Math.abs(nearest[2] - z) > TOLERANCE) {
                components[3 * atom] = old.x(atom) + nearest[0];
                components[3 * atom + 1] = old.y(atom) + nearest[1];
                components[3 * atom + 2] = old.z(atom) + nearest[2];
            }
        }
        return image.withPositions(Positions.of(components));
    }
}
