package cairn.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Atoms in a periodic cell, some of them perhaps held fixed.
///
/// The order of atoms is part of the structure: a band interpolates atom by atom.
public record Structure(Cell cell, List<Element> species, Positions positions, Constraints constraints) {
    /// 1 amu/Angstrom^3 in g/cm^3: 1.66053906892e-24 g (CODATA 2022) over 1e-24 cm^3.
    private static final double GRAM_ANG3_PER_AMU_CM3 = 1.66053906892;

    public Structure {
        Objects.requireNonNull(cell);
        species = List.copyOf(species);
        if (species.size() != positions.count()) {
            throw new IllegalArgumentException(
                    species.size() + " species, but positions of " + positions.count() + " atoms");
        }
        if (constraints.highestFixed() >= species.size()) {
            throw new IllegalArgumentException(
                    "atom " + constraints.highestFixed() + " is fixed, but there are only " + species.size());
        }
    }

    /// A structure in which every atom is free to move.
    public static Structure free(Cell cell, List<Element> species, Positions positions) {
        return new Structure(cell, species, positions, Constraints.none());
    }

    public int count() {
        return species.size();
    }

    public Composition composition() {
        return Composition.of(species);
    }

    public double densityGPerCm3() {
        return composition().massAmu() * GRAM_ANG3_PER_AMU_CM3 / cell.volume();
    }

    /// The fraction of one atom's position, not wrapped.
    public Fraction fraction(int atom) {
        return cell.fraction(positions.x(atom), positions.y(atom), positions.z(atom));
    }

    /// The shortest vector (Angstrom) from one atom to any image of another.
    public double[] displacement(int from, int to) {
        return cell.minimumImage(
                positions.x(to) - positions.x(from),
                positions.y(to) - positions.y(from),
                positions.z(to) - positions.z(from));
    }

    /// The distance (Angstrom) between one atom and the closest image of another.
    public double distance(int from, int to) {
        double[] d = displacement(from, to);
        return Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
    }

    public Structure withPositions(Positions moved) {
        return new Structure(cell, species, moved, constraints);
    }

    public Structure withCell(Cell changed, Positions moved) {
        return new Structure(changed, species, moved, constraints);
    }

    /// In another cell, with every atom at the same fractions of it.
    public Structure inCell(Cell other) {
        if (other.equals(cell)) {
            return this;
        }
        double[] moved = new double[3 * count()];
        for (int atom = 0; atom < count(); atom++) {
            System.arraycopy(other.cartesian(fraction(atom)), 0, moved, 3 * atom, 3);
        }
        return withCell(other, Positions.of(moved));
    }

    /// A supercell of na x nb x nc cells.
    ///
    /// The order of atoms: whole cells one after the other, the shift along c running fastest and along a
    /// slowest, and within each cell the atoms in their order here. Atom i of the first cell stays atom i.
    public Structure supercell(int na, int nb, int nc) {
        return Supercell.of(this, na, nb, nc);
    }

    /// With one atom more, free to move, appended at the end.
    public Structure inserted(Element element, Fraction at) {
        List<Element> more = new ArrayList<>(species);
        more.add(element);
        double[] moved = Arrays.copyOf(positions.toArray(), 3 * more.size());
        System.arraycopy(cell.cartesian(at), 0, moved, 3 * count(), 3);
        return new Structure(cell, more, Positions.of(moved), constraints);
    }

    /// With every atom moved by lattice vectors into the cell, to fractions in [0, 1).
    public Structure wrapped() {
        double[] moved = new double[3 * count()];
        for (int atom = 0; atom < count(); atom++) {
            System.arraycopy(cell.cartesian(fraction(atom).wrapped()), 0, moved, 3 * atom, 3);
        }
        return withPositions(Positions.of(moved));
    }

    /// With every atom moved by lattice vectors to the image closest to where the reference has it.
    public Structure unwrappedTowards(Positions reference) {
        if (reference.count() != count()) {
            throw new IllegalArgumentException(count() + " atoms cannot follow " + reference.count());
        }
        double[] from = reference.toArray();
        double[] to = positions.toArray();
        for (int atom = 0; atom < count(); atom++) {
            int x = 3 * atom;
            double[] step = cell.minimumImage(to[x] - from[x], to[x + 1] - from[x + 1], to[x + 2] - from[x + 2]);
            for (int axis = 0; axis < 3; axis++) {
                to[x + axis] = from[x + axis] + step[axis];
            }
        }
        return withPositions(Positions.of(to));
    }
}
