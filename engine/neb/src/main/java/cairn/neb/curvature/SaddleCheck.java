package cairn.neb.curvature;

import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
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
/// Motions that cost nothing are left out (`Motions`).
public final class SaddleCheck {
    /// How far the atom that moves most is moved, Angstrom.
    private static final double DISPLACEMENT = 0.01;
    /// A curvature above minus this, eV/Angstrom^2, is not negative but soft: finite differences know no better.
    public static final double SOFT = 0.02;
    /// A curvature is known when it is certain to this part of itself.
    private static final double CERTAINTY = 0.2;
    /// Products at least: the first ones know only the directions that the start happens to contain.
    private static final int FEWEST_PRODUCTS = 6;
    /// The noise in the first direction that makes it contain every mode; any number does, but always the same.
    private static final long SEED = 20_120_407L;

    private final Structure structure;
    private final Motions motions;
    private final Lanczos lanczos;
    private final int fewestProducts;
    private final int mostProducts;

    private SaddleCheck(Structure structure, Motions motions, Lanczos lanczos, int fewestProducts, int mostProducts) {
        this.structure = structure;
        this.motions = motions;
        this.lanczos = lanczos;
        this.fewestProducts = fewestProducts;
        this.mostProducts = mostProducts;
    }

    /// A check of a structure by at most so many products, of two evaluations each.
    public static SaddleCheck start(Structure structure, int mostProducts) {
        return start(structure, FEWEST_PRODUCTS, mostProducts);
    }

    /// A check that goes on until it is certain.
    public static SaddleCheck complete(Structure structure) {
        return start(structure, 3 * structure.count());
    }

    /// A check that takes so many products, certain or not, unless fewer are all that there is to know.
    static SaddleCheck exact(Structure structure, int products) {
        return start(structure, products, products);
    }

    private static SaddleCheck start(Structure structure, int fewestProducts, int mostProducts) {
        Random random = new Random(SEED);
        double[] direction = new double[3 * structure.count()];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = random.nextGaussian();
        }
        if (structure.constraints().fixedCount() == structure.count()) {
            throw new IllegalArgumentException("every atom is held fixed: there is no direction to check");
        }
        Motions motions = Motions.of(structure);
        Vector first = motions.allowed(Vector.of(direction));
        return new SaddleCheck(structure, motions, Lanczos.start(first), fewestProducts, mostProducts);
    }

    /// The structure a little forward and a little back along one direction.
    public List<Structure> wanted() {
        return List.of(
                Steps.moved(structure, step(), lanczos.direction()),
                Steps.moved(structure, -step(), lanczos.direction()));
    }

    private double step() {
        return DISPLACEMENT / lanczos.direction().largestAtomNorm();
    }

    /// The check after the evaluations of [#wanted()].
    public SaddleCheck advance(List<Evaluation> evaluations) {
        if (isFinished()) {
            throw new IllegalStateException("the check has ended");
        }
        Vector forward = Steps.forces(evaluations.get(0));
        Vector back = Steps.forces(evaluations.get(1));
        Vector product = motions.allowed(back.minus(forward).times(1 / (2 * step())));
        return new SaddleCheck(
                structure, motions, lanczos.after(product, motions.dimension()), fewestProducts, mostProducts);
    }

    public boolean isFinished() {
        return isCertain() || lanczos.size() >= mostProducts;
    }

    /// Whether the signs of the two lowest curvatures are known.
    public boolean isCertain() {
        if (lanczos.isUsedUp()) {
            return true;
        }
        return lanczos.size() >= fewestProducts
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

    /// The lowest of the modes found so far, with their curvatures; the first are the most certain.
    public List<Mode> modes(int count) {
        return lanczos.modes(count);
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
