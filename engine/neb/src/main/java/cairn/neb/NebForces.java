package cairn.neb;

import cairn.neb.optimize.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The NEB forces on the interior images of a band, image by image.
record NebForces(List<Vector> interior, OptionalInt climbing) {
    static NebForces of(EvaluatedBand evaluated, double springConstant, OptionalInt climbing) {
        List<Vector> forces = new ArrayList<>();
        for (int image = 1; image < evaluated.size() - 1; image++) {
            Vector force = evaluated.force(image);
            Vector tangent = evaluated.tangent(image);
            boolean climbs = climbing.isPresent() && climbing.getAsInt() == image;
            forces.add(
                    climbs
                            ? NudgedForce.climbing(force, tangent)
                            : NudgedForce.nudged(force, tangent, spring(evaluated, springConstant, image)));
        }
        return new NebForces(List.copyOf(forces), climbing);
    }

    private static double spring(EvaluatedBand evaluated, double springConstant, int image) {
        return NudgedForce.spring(
                springConstant,
                evaluated.band().displacement(image - 1).norm(),
                evaluated.band().displacement(image).norm());
    }

    /// The one vector field that the whole band follows.
    Vector field() {
        return Vector.joined(interior);
    }

    /// The largest per-atom norm over all interior images, eV/Angstrom.
    double fmax() {
        return interior.stream().mapToDouble(Vector::largestAtomNorm).max().orElse(0);
    }

    double fmax(int image) {
        return interior.get(image - 1).largestAtomNorm();
    }
}
