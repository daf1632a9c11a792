package cairn.neb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The cubic between two neighbouring images that has their energies (eV) and slopes (eV/Angstrom).
///
/// With s from 0 to 1 along a segment of length L: E(s) = a + b s + c s^2 + d s^3, where a = E1, b = L E1',
/// c = 3 (E2 - E1) - 2 L E1' - L E2', d = 2 (E1 - E2) + L E1' + L E2'.
record HermiteSegment(Knot left, Knot right) {
    /// An image on the profile.
    record Knot(double coordinate, double energy, double slope) {}

    double length() {
        return right.coordinate - left.coordinate;
    }

    private double a() {
        return left.energy;
    }

    private double b() {
        return length() * left.slope;
    }

    private double c() {
        return 3 * (right.energy - left.energy) - length() * (2 * left.slope + right.slope);
    }

    private double d() {
        return 2 * (left.energy - right.energy) + length() * (left.slope + right.slope);
    }

    EnergyProfile.Point at(double s) {
        double energy = a() + s * (b() + s * (c() + s * d()));
        return new EnergyProfile.Point(left.coordinate + s * length(), energy);
    }

    /// Where the slope vanishes strictly inside, from left to right. A root outside is no extremum of the path.
    List<EnergyProfile.Point> extrema() {
        List<EnergyProfile.Point> inside = new ArrayList<>();
        for (double root : roots(3 * d(), 2 * c(), b())) {
            if (root > 0 && root < 1) {
                inside.add(at(root));
            }
        }
        return inside;
    }

    /// The real roots of p s^2 + q s + r in rising order, by the formula that does not cancel (Numerical Recipes, 5.6).
    private static double[] roots(double p, double q, double r) {
        double discriminant = q * q - 4 * p * r;
        if (discriminant < 0) {
            return new double[0];
        }
        double sum = -0.5 * (q + Math.copySign(Math.sqrt(discriminant), q));
        double[] roots = {sum / p, r / sum};
        Arrays.sort(roots);
        return roots;
    }
}
