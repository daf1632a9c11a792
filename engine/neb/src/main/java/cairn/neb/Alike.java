package cairn.neb;

import cairn.structure.Positions;
import cairn.structure.Structure;

/// What two images must have in common to be images of one band.
final class Alike {
    /// A fixed atom may stand this far apart in two images, Angstrom: what codes lose when they write positions.
    private static final double FIXED_ATOM_TOLERANCE = 1e-3;
    /// Lattice vectors of two images may differ by this, Angstrom.
    private static final double CELL_TOLERANCE = 1e-6;

    private Alike() {}

    static void require(Structure first, Structure other, int image, Cells cells) {
        if (other.count() != first.count()) {
            throw new IllegalArgumentException("image " + image + " has " + other.count() + " atoms, the first image "
                    + first.count() + ": all images of a band need the same atoms");
        }
        if (cells instanceof Cells.Same) {
            requireSameCell(first, other, image);
        }
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
                            + ", the first image " + first.cell() + ": relax both endpoints in the same cell, or"
                            + " let the cells of the band be free");
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
        Positions place = first.inCell(other.cell()).positions();
        double[] apart = other.cell()
                .minimumImage(
                        other.positions().x(atom) - place.x(atom),
                        other.positions().y(atom) - place.y(atom),
                        other.positions().z(atom) - place.z(atom));
        double distance = Math.sqrt(apart[0] * apart[0] + apart[1] * apart[1] + apart[2] * apart[2]);
        if (distance > FIXED_ATOM_TOLERANCE) {
            throw new IllegalArgumentException(String.format(
                    "atom %d is held fixed, but stands %.4f Angstrom away from itself in image %d",
                    atom, distance, image));
        }
    }
}
