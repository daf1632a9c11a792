package cairn.neb;

import cairn.neb.optimize.Vector;

/// The direction of the path at an image, of length one, from its neighbours and their energies.
public final class Tangent {
    private Tangent() {}

    /// The improved tangent: Henkelman and Jonsson, J. Chem. Phys. 113, 9978 (2000), eqs. 8-11.
    ///
    /// `backward` leads here from the image before, `forward` from here to the image after.
    public static Vector improved(
            Vector backward, Vector forward, double energyBefore, double energy, double energyAfter) {
        if (energyAfter > energy && energy > energyBefore) {
            return unit(forward, backward);
        }
        if (energyAfter < energy && energy < energyBefore) {
            return unit(backward, forward);
        }
        double larger = Math.max(Math.abs(energyAfter - energy), Math.abs(energyBefore - energy));
        double smaller = Math.min(Math.abs(energyAfter - energy), Math.abs(energyBefore - energy));
        boolean forwardIsHigher = energyAfter > energyBefore;
        Vector weighted =
                forward.times(forwardIsHigher ? larger : smaller).plus(forwardIsHigher ? smaller : larger, backward);
        return unit(weighted, forward.plus(backward));
    }

    /// The fallback serves images that coincide or have all one energy.
    private static Vector unit(Vector direction, Vector fallback) {
        if (direction.norm() > 0) {
            return direction.unit();
        }
        return fallback.norm() > 0 ? fallback.unit() : fallback;
    }
}
