package cairn.neb.surrogate;

import cairn.neb.surrogate.process.Example;
/// What the mean of the surrogate rests on: E(x) = M(x) + s D(x) + w . phi(x) + f(x), with M the generic second-moment
/// potential and D = P - M what a cheap calculation P says beyond it, so that s = 0 is a search without P and s = 1 one
/// that only learns what P lacks.
///
/// The strength s is one more weight of a linear model (Rasmussen and Williams, section 2.7), Gaussian around 1 and so
/// wide that the first forces decide it. Whether P is to be believed at all, or s = 0, is a choice between two models:
/// that of the greater marginal likelihood is taken (section 5.4; [Posterior#logEvidence()]), each time anew. At first
/// two relaxed endpoints are known. No forces act there in truth, so a P that pulls harder there than M does is found
/// out before anything has been evaluated, and the search is the one without P to the last bit.

enum Footing {
    /// s = 0.
    GENERIC {
        @Override
        Example seen(Example example) {
            return example;
        }

        @Override
        double strength(double[] weights) {
            return 0;
        }
    },
    /// s = 1 + tau u, where u is the last of the independent weights.
    CALCULATED {
        @Override
        Example seen(Example example) {
            return example.relativeToDeparture(DEVIATION);
        }

        @Override
        double strength(double[] weights) {
            return 1 + DEVIATION * weights[weights.length - 1];
        }
    };

    /// tau, the standard deviation of the strength.
    static final double DEVIATION = 0.5;

    /// The example as a model on this footing sees it.
    abstract Example seen(Example example);

    abstract double strength(double[] weights);
}
