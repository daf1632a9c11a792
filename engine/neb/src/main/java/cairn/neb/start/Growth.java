package cairn.neb.start;

import cairn.neb.optimize.Lbfgs;
import cairn.neb.optimize.Optimizer;
import cairn.neb.optimize.Vector;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/// A band that grows from both endpoints on the image dependent pair potential: Schmerwitz, Asgeirsson, Jonsson,
/// J. Chem. Theory Comput. 20, 155 (2024).
///
/// In turn, each end puts one more image before its last one, a step towards the other end, and lets it relax on its
/// own pair potential across that step. So no image ever stands on the straight line through a clash: it starts from
/// a neighbour that has already gone round.
public final class Growth {
    /// Where a new image counts as relaxed, eV/Angstrom if S is read in eV.
    private static final double FMAX = 0.05;

    private static final int MAX_STEPS = 100;

    private final PairPotential potential;
    /// Images in the order of the linear path; those not reached yet still stand there, and lend their cells.
    private final List<Structure> images;

    private Growth(List<Structure> linear) {
        this.potential = PairPotential.between(linear.getFirst(), linear.getLast());
        this.images = new ArrayList<>(linear);
    }

    /// The linear path, grown anew between its endpoints.
    public static List<Structure> along(List<Structure> linear) {
        return new Growth(linear).grown();
    }

    private List<Structure> grown() {
        int left = 0;
        int right = images.size() - 1;
        while (right - left > 1) {
            images.set(left + 1, beside(left, right, left + 1));
            left++;
            if (right - left > 1) {
                images.set(right - 1, beside(right, left, right - 1));
                right--;
            }
        }
        return List.copyOf(images);
    }

    /// A relaxed image one step from the image `last` of one end towards the last image of the other end.
    private Structure beside(int last, int other, int image) {
        Structure near = images.get(last);
        Structure cell = images.get(image);
        Vector start = vector(near.inCell(cell.cell()));
        Vector way = vector(images.get(other).inCell(cell.cell())).minus(start);
        Vector step = way.times(1.0 / Math.abs(other - last));
        double fraction = (double) image / (images.size() - 1);
        return relaxed(cell, start.plus(step), way.norm() > 0 ? way.unit() : way, fraction);
    }

    private Structure relaxed(Structure image, Vector start, Vector direction, double fraction) {
        Optimizer optimizer = Lbfgs.start(start);
        for (int step = 0; step < MAX_STEPS; step++) {
            Vector force = across(moved(image, optimizer.position()), direction, fraction);
            if (force.largestAtomNorm() < FMAX) {
                break;
            }
            optimizer = optimizer.advance(force);
        }
        return moved(image, optimizer.position());
    }

    private Vector across(Structure image, Vector direction, double fraction) {
        double[] forces = potential.at(image, fraction).forces().toArray();
        for (int i = 0; i < forces.length; i++) {
            forces[i] = image.constraints().isFixed(i / 3) ? 0 : forces[i];
        }
        Vector force = Vector.of(forces);
        return force.plus(-force.dot(direction), direction);
    }

    private static Vector vector(Structure structure) {
        return Vector.of(structure.positions().toArray());
    }

    private static Structure moved(Structure image, Vector positions) {
        return image.withPositions(Positions.of(positions.toArray()));
    }
}
