package cairn.analysis.elasticity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/// The equation of state of Birch (Phys. Rev. 71, 809 (1947)) and Murnaghan, of third order: equilibrium volume and
/// energy, bulk modulus (eV/Angstrom^3) and its derivative with pressure (a pure number), and how far the points lie
/// off the curve (root mean square, eV).
public record BirchMurnaghan(
        double volumeAng3,
        double energyEv,
        double bulkModulusEvPerAng3,
        double bulkModulusDerivative,
        double residualEv) {
    /// Four parameters; one point more, so that the residual says something.
    public static final int FEWEST_POINTS = 5;

    /// The least-squares curve through the points; empty if it has no minimum between the smallest and the largest
    /// volume, for then the points lie on one side of the equilibrium.
    ///
    /// In t = (V/Vm)^(-2/3) - 1 the energy is a polynomial of third order, so the fit is linear and needs
    /// no start (Vm, the mean volume, only keeps the numbers near 1).
    ///
    /// @throws IllegalArgumentException if there are fewer points than [#FEWEST_POINTS]
    public static Optional<BirchMurnaghan> fit(List<EnergyAtVolume> points) {
        if (points.size() < FEWEST_POINTS) {
            throw new IllegalArgumentException("an equation of state needs " + FEWEST_POINTS + " points or more");
        }
        Polynomial polynomial = Polynomial.through(points);
        return polynomial
                .minimum()
                .filter(t -> isBetween(polynomial.volume(t), points))
                .map(t -> polynomial.at(t, points));
    }

    private static boolean isBetween(double volume, List<EnergyAtVolume> points) {
        Comparator<EnergyAtVolume> byVolume = Comparator.comparingDouble(EnergyAtVolume::volumeAng3);
        return volume >= points.stream().min(byVolume).orElseThrow().volumeAng3()
                && volume <= points.stream().max(byVolume).orElseThrow().volumeAng3();
    }

    /// The energy at a volume, from the closed form.
    public double energyEvAt(double volume) {
        double strain = Math.pow(volumeAng3 / volume, 2.0 / 3) - 1;
        double square = strain * strain;
        return energyEv
                + 9.0
                        / 16
                        * volumeAng3
                        * bulkModulusEvPerAng3
                        * (strain * square * bulkModulusDerivative + square * (2 - 4 * strain));
    }

    /// E = a + b t + c t^2 + d t^3.
    private record Polynomial(double mean, double a, double b, double c, double d) {
        static Polynomial through(List<EnergyAtVolume> points) {
            double mean = points.stream()
                    .mapToDouble(EnergyAtVolume::volumeAng3)
                    .average()
                    .orElseThrow();
            double[][] rows =
                    points.stream().map(point -> powers(t(point, mean))).toArray(double[][]::new);
            double[] energies =
                    points.stream().mapToDouble(EnergyAtVolume::energyEv).toArray();
            double[] solved = new QRDecomposition(new Array2DRowRealMatrix(rows))
                    .getSolver()
                    .solve(new ArrayRealVector(energies))
                    .toArray();
            return new Polynomial(mean, solved[0], solved[1], solved[2], solved[3]);
        }

        private static double t(EnergyAtVolume point, double mean) {
            return Math.pow(point.volumeAng3() / mean, -2.0 / 3) - 1;
        }

        private static double[] powers(double t) {
            return new double[] {1, t, t * t, t * t * t};
        }

        /// Where b + 2 c t + 3 d t^2 = 0 with a positive second derivative 2 c + 6 d t, which is the root below of the
        /// discriminant's square root; written so that d = 0 does no harm.
        Optional<Double> minimum() {
            double discriminant = c * c - 3 * b * d;
            return discriminant > 0 ? Optional.of(-b / (c + Math.sqrt(discriminant))) : Optional.empty();
        }

        double volume(double t) {
            return mean * Math.pow(1 + t, -1.5);
        }

        double energy(double t) {
            return a + t * (b + t * (c + t * d));
        }

        /// With x = V^(-2/3): B0 = V E_VV = (4/9) E_xx V^(-7/3), and B0' = 4 + (2/3) x E_xxx / E_xx.
        BirchMurnaghan at(double t, List<EnergyAtVolume> points) {
            double second = 2 * c + 6 * d * t;
            double modulus = 4.0 / 9 * second * (1 + t) * (1 + t) / volume(t);
            double derivative = 4 + 2.0 / 3 * (1 + t) * 6 * d / second;
            return new BirchMurnaghan(volume(t), energy(t), modulus, derivative, residual(points));
        }

        private double residual(List<EnergyAtVolume> points) {
            return Math.sqrt(points.stream()
                    .mapToDouble(point -> point.energyEv() - energy(t(point, mean)))
                    .map(difference -> difference * difference)
                    .average()
                    .orElseThrow());
        }
    }
}
