package cairn.neb;

import cairn.neb.optimize.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The NEB forces on the interior images of a band, image by image.
record NebForces(List<Vector> interior, OptionalInt climbing) {
    static NebForces of(EvaluatedBand evaluated, Springs springs, OptionalInt climbing) {
        List<Double> constants = springs.constants(evaluated.energies());
        List<Vector> forces = new ArrayList<>();
        for (int image = 1; image < evaluated.size() - 1; image++) {
            boolean climbs = climbing.isPresent() && climbing.getAsInt() == image;
            Vector force = evaluated.force(image);
            Vector tangent = evaluated.tangent(image);
            forces.add(
                    climbs
                            ? NudgedForce.climbing(force, tangent)
                            : NudgedForce.nudged(force, tangent, spring(evaluated.band(), constants, image)));
        }
        return new NebForces(List.copyOf(forces), climbing);
    }

    /// The true forces across the path alone.
    static NebForces perpendicular(EvaluatedBand evaluated) {
        List<Vector> forces = new ArrayList<>();
        for (int image = 1; image < evaluated.size() - 1; image++) {
            forces.add(NudgedForce.nudged(evaluated.force(image), evaluated.tangent(image), 0));
        }
        return new NebForces(List.copyOf(forces), OptionalInt.empty());
    }

    private static double spring(Band band, List<Double> constants, int image) {
        return NudgedForce.spring(
                constants.get(image - 1),
                band.displacement(image - 1).norm(),
                constants.get(image),
                band.displacement(image).norm());
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
