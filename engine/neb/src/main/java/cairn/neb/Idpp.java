package cairn.neb;

import cairn.structure.Constraints;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/// The image dependent pair potential: Smidstrup, Pedersen, Stokbro, Jonsson, J. Chem. Phys. 140, 214106 (2014).
///
/// Each image has its own potential, S = sum over pairs of w(d) (d - t)^2 with w(d) = 1/d^4 (eqs. 6 and 8), whose
/// wanted distances t are interpolated between those of the endpoints; the band is then relaxed on these potentials
/// as on any other. A pair of two fixed atoms does not count.
final class Idpp {
    /// Where the band on the pair potentials counts as relaxed, eV/Angstrom if S is read in eV. ASE stops at 0.1.
    private static final double FMAX = 0.02;
    /// Iterations at most; the linear path of a clash needs some tens.
    private static final int MAX_ITERATIONS = 200;
    private static final double SPRING_CONSTANT = 0.1;
    /// Below this distance, Angstrom, the weight grows no more: a path through an atom has finite forces.
    private static final double CORE = 0.5;

    private final Band linear;
    private final double[] distancesFrom;
    private final double[] distancesTo;

    private Idpp(Band linear) {
        this.linear = linear;
        this.distancesFrom = distances(linear.from());
        this.distancesTo = distances(linear.to());
    }

    /// The band relaxed on its pair potentials.
    static Band relaxed(Band linear) {
        return new Idpp(linear).search().band();
    }

    private PathSearch search() {
        NebSettings settings = new NebSettings(
                linear.interior().size(),
                FMAX,
                SPRING_CONSTANT,
                NebSettings.Start.LINEAR,
                NebSettings.Climbing.NEVER,
                NebSettings.Optimizer.LBFGS,
                MAX_ITERATIONS);
        PathSearch search =
                PathSearch.start(linear, evaluation(linear.from(), 0), evaluation(linear.to(), 1), settings);
        while (!search.isFinished()) {
            List<Evaluation> evaluations = new ArrayList<>();
            for (int image = 1; image <= settings.interiorImages(); image++) {
                double fraction = (double) image / (settings.interiorImages() + 1);
                evaluations.add(evaluation(search.wanted().get(image - 1), fraction));
            }
            search = search.advance(evaluations);
        }
        return search;
    }

    /// S and -dS/dx for wanted distances `fraction` of the way from the first to the last endpoint's.
    private Evaluation evaluation(Structure image, double fraction) {
        Positions positions = image.positions();
        double energy = 0;
        double[] forces = new double[3 * positions.count()];
        int pair = 0;
        for (int atom = 0; atom < positions.count(); atom++) {
            for (int other = 0; other < atom; other++, pair++) {
                double wanted = (1 - fraction) * distancesFrom[pair] + fraction * distancesTo[pair];
                if (wanted == 0) {
                    continue;
                }
                double[] between = between(positions, atom, other);
                double distance = length(between);
                double difference = distance - wanted;
                double weight = Math.pow(Math.max(distance, CORE), -4);
                double weightSlope = distance > CORE ? -4 * weight / distance : 0;
                energy += weight * difference * difference;
                // -dS/dd, divided by d to scale the vector between the atoms.
                double scale = -(2 * weight * difference + weightSlope * difference * difference)
                        / Math.max(distance, Double.MIN_NORMAL);
                for (int axis = 0; axis < 3; axis++) {
                    forces[3 * atom + axis] += scale * between[axis];
                    forces[3 * other + axis] -= scale * between[axis];
                }
            }
        }
        return new Evaluation(energy, Forces.of(forces), new Stress.NotGiven());
    }

    /// Of all pairs; zero marks a pair that does not count.
    private double[] distances(Structure structure) {
        Positions positions = structure.positions();
        Constraints constraints = structure.constraints();
        double[] distances = new double[positions.count() * (positions.count() - 1) / 2];
        int pair = 0;
        for (int atom = 0; atom < positions.count(); atom++) {
            for (int other = 0; other < atom; other++, pair++) {
                boolean counts = !constraints.isFixed(atom) || !constraints.isFixed(other);
                distances[pair] = counts ? length(between(positions, atom, other)) : 0;
            }
        }
        return distances;
    }

    private double[] between(Positions positions, int atom, int other) {
        return linear.from()
                .cell()
                .minimumImage(
                        positions.x(atom) - positions.x(other),
                        positions.y(atom) - positions.y(other),
                        positions.z(atom) - positions.z(other));
    }

    private static double length(double[] vector) {
        return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    }
}
