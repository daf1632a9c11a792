package cairn.neb.start;

import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;

/// The image dependent pair potential: Smidstrup, Pedersen, Stokbro, Jonsson, J. Chem. Phys. 140, 214106 (2014).
///
/// Each image has its own potential, S = sum over pairs of w(d) (d - t)^2 with w(d) = 1/d^4 (eqs. 6 and 8), whose
/// wanted distances t are interpolated between those of the endpoints. A pair of two fixed atoms does not count.
public final class PairPotential {
    /// Below this distance, Angstrom, the weight grows no more: a path through an atom has finite forces.
    private static final double CORE = 0.5;

    private final Pairs pairs;
    private final double[] from;
    private final double[] to;

    private PairPotential(Pairs pairs, double[] from, double[] to) {
        this.pairs = pairs;
        this.from = from;
        this.to = to;
    }

    public static PairPotential between(Structure from, Structure to) {
        Pairs pairs = Pairs.of(from);
        return new PairPotential(pairs, pairs.distances(from), pairs.distances(to));
    }

    /// S and -dS/dx for wanted distances `fraction` of the way from the first to the last endpoint's. It says nothing
    /// of the cell, which therefore feels no stress.
    public Evaluation at(Structure image, double fraction) {
        double[] vectors = pairs.vectors(image);
        double[] distances = Pairs.lengths(vectors);
        double[] forces = new double[3 * image.count()];
        double energy = 0;
        for (int pair = 0; pair < pairs.count(); pair++) {
            double distance = distances[pair];
            double difference = distance - (1 - fraction) * from[pair] - fraction * to[pair];
            double weight = Math.pow(Math.max(distance, CORE), -4);
            double weightSlope = distance > CORE ? -4 * weight / distance : 0;
            energy += weight * difference * difference;
            // -dS/dd, divided by d to scale the vector between the atoms.
            double scale = -(2 * weight * difference + weightSlope * difference * difference)
                    / Math.max(distance, Double.MIN_NORMAL);
            pairs.scatter(pair, scale, vectors, forces);
        }
        return new Evaluation(energy, Forces.of(forces), new Stress.Tensor(0, 0, 0, 0, 0, 0));
    }
}
