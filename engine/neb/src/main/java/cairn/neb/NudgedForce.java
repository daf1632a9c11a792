package cairn.neb;

import cairn.neb.optimize.Vector;

/// What is left of the forces on one image: Henkelman and Jonsson, J. Chem. Phys. 113, 9978 (2000) and Henkelman,
/// Uberuaga, Jonsson, J. Chem. Phys. 113, 9901 (2000).
final class NudgedForce {
    private NudgedForce() {}

    /// The spring force along the tangent, k_after |R_after - R| - k_before |R - R_before|: eq. 12 of the first paper.
    static double spring(double constantBefore, double lengthBefore, double constantAfter, double lengthAfter) {
        return constantAfter * lengthAfter - constantBefore * lengthBefore;
    }

    /// The true force across the path, and the spring force along it: eq. 4 of the first paper.
    static Vector nudged(Vector force, Vector tangent, double spring) {
        return force.plus(spring - force.dot(tangent), tangent);
    }

    /// No spring, and the true force along the path turned round: eq. 5 of the second paper.
    static Vector climbing(Vector force, Vector tangent) {
        return force.plus(-2 * force.dot(tangent), tangent);
    }
}
