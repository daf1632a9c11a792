package cairn.neb.optimize;

/// A field of two atoms that couples some of its components: f = -a x - 4 x^3 - c(x).
final class AnharmonicField {
    static final Vector START = Vector.of(.5, -.4, .7, .2, -.6, .9);
    private static final double[] STIFFNESS = {30, 8, 2, 12, 1, .5};

    private AnharmonicField() {}

    static Vector at(Vector x) {
        double[] coupled = {x.get(1), x.get(0), 0, x.get(4), x.get(3), 0};
        double[] field = new double[6];
        for (int i = 0; i < 6; i++) {
            field[i] = -STIFFNESS[i] * x.get(i) - 4 * x.get(i) * x.get(i) * x.get(i) - coupled[i];
        }
        return Vector.of(field);
    }

    static Optimizer after(Optimizer optimizer, int evaluations) {
        for (int i = 0; i < evaluations; i++) {
            optimizer = optimizer.advance(at(optimizer.position()));
        }
        return optimizer;
    }

    static int evaluationsUntil(Optimizer optimizer, double fmax) {
        int evaluations = 1;
        while (at(optimizer.position()).largestAtomNorm() > fmax) {
            optimizer = optimizer.advance(at(optimizer.position()));
            evaluations++;
        }
        return evaluations;
    }
}
