package cairn.neb.curvature;

import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// How many negative modes a stationary structure has, at rest between two rounds of evaluations.
///
/// Evaluate what is [#wanted()], hand the results to [#advance], and go on until it [#isFinished()]. Each round takes
/// one product of the Hessian with a direction from the forces on either side of the structure, and the Lanczos
/// iteration finds the lowest curvatures among all free atoms from a few such products. It ends when the signs of the
/// two lowest are certain, so it can tell a saddle point of first order from a minimum and from one of higher order.
/// Where no atom is fixed, translations of the whole are left out.
public final class SaddleCheck {
    /// How far the atom that moves most is moved, Angstrom.
    private static final double DISPLACEMENT = 0.01;
    /// A curvature above minus this, eV/Angstrom^2, is not negative but soft: finite differences know no better.
    static final double SOFT = 0.02;
    /// A curvature is known when it is certain to this part of itself.
    private static final double CERTAINTY = 0.2;
    /// Products at least: the first ones know only the directions that the start happens to contain.
    private static final int FEWEST_PRODUCTS = 6;
    /// The noise in the first direction that makes it contain every mode; any number does, but always the same.
    private static final long SEED = 20_120_407L;

    private final Structure structure;
    private final Lanczos lanczos;
    private final int dimension;
    private final int mostProducts;

    private SaddleCheck(Structure structure, Lanczos lanczos, int dimension, int mostProducts) {
        this.structure = structure;
        this.lanczos = lanczos;
        this.dimension = dimension;
        this.mostProducts = mostProducts;
    }

    /// A check of a structure by at most so many products, of two evaluations each.
    public static SaddleCheck start(Structure structure, int mostProducts) {
        Random random = new Random(SEED);
        double[] direction = new double[3 * structure.count()];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = random.nextGaussian();
        }
        int free = structure.count() - structure.constraints().fixedCount();
        if (free == 0) {
            throw new IllegalArgumentException("every atom is held fixed: there is no direction to check");
        }
        boolean translates = structure.constraints().fixedCount() == 0 && free > 1;
        Vector first = allowed(structure, Vector.of(direction));
        return new SaddleCheck(structure, Lanczos.start(first), 3 * free - (translates ? 3 : 0), mostProducts);
    }

    /// A check that goes on until it is certain.
    public static SaddleCheck complete(Structure structure) {
        return start(structure, 3 * structure.count());
    }

    /// A vector without the parts of fixed atoms and, where all are free, without its translation.
    private static Vector allowed(Structure structure, Vector vector) {
        double[] parts = vector.toArray();
        boolean translates = structure.constraints().fixedCount() == 0 && structure.count() > 1;
        for (int axis = 0; axis < 3; axis++) {
            double mean = 0;
            for (int i = axis; i < parts.length; i += 3) {
                mean += translates ? parts[i] / structure.count() : 0;
            }
            for (int i = axis; i < parts.length; i += 3) {
                parts[i] = structure.constraints().isFixed(i / 3) ? 0 : parts[i] - mean;
            }
        }
        return Vector.of(parts);
    }

    /// The structure a little forward and a little back along one direction.
    public List<Structure> wanted() {
        return List.of(moved(step()), moved(-step()));
    }

    private double step() {
        return DISPLACEMENT / lanczos.direction().largestAtomNorm();
    }

    private Structure moved(double step) {
        Vector positions = Vector.of(structure.positions().toArray()).plus(step, lanczos.direction());
        return structure.withPositions(Positions.of(positions.toArray()));
    }

    /// The check after the evaluations of [#wanted()].
    public SaddleCheck advance(List<Evaluation> evaluations) {
        if (isFinished()) {
            throw new IllegalStateException("the check has ended");
        }
        Vector forward = Vector.of(evaluations.get(0).forces().toArray());
        Vector back = Vector.of(evaluations.get(1).forces().toArray());
        Vector product = allowed(structure, back.minus(forward).times(1 / (2 * step())));
        return new SaddleCheck(structure, lanczos.after(product, dimension), dimension, mostProducts);
    }

    public boolean isFinished() {
        return isCertain() || lanczos.size() >= mostProducts;
    }

    /// Whether the signs of the two lowest curvatures are known.
    public boolean isCertain() {
        if (lanczos.isUsedUp()) {
            return true;
        }
        return lanczos.size() >= FEWEST_PRODUCTS
                && lanczos.ritz().stream().limit(2).allMatch(SaddleCheck::isKnown);
    }

    private static boolean isKnown(Lanczos.Ritz ritz) {
        return ritz.residual() < CERTAINTY * Math.max(Math.abs(ritz.value()), SOFT);
    }

    /// How many of the curvatures found are negative; from a check that has ended without certainty, at least so many.
    public int negativeModes() {
        return (int) curvatures().stream().filter(value -> value < -SOFT).count();
    }

    /// Whether the structure is a saddle point of first order, for certain.
    public boolean isSaddlePoint() {
        return isCertain() && negativeModes() == 1;
    }

    /// The curvatures found so far, eV/Angstrom^2, lowest first; the first are the most certain.
    public List<Double> curvatures() {
        List<Double> values = new ArrayList<>();
        if (lanczos.size() > 0) {
            lanczos.ritz().forEach(ritz -> values.add(ritz.value()));
        }
        return values;
    }

    /// Products of the Hessian with a direction so far, a round each.
    public int products() {
        return lanczos.size();
    }

    /// Evaluations so far.
    public int evaluations() {
        return 2 * lanczos.size();
    }
}
