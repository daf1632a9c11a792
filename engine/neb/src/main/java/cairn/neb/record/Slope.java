package cairn.neb.record;

/// The slope of the energy along the path at an image, eV/Angstrom, and where it comes from.
public sealed interface Slope {
    /// Minus the force along the tangent: the curve is consistent with the forces.
    record FromForces(double slope) implements Slope {}

    /// Of the smooth cubic through the energies, since the force along the path is not known.
    record FromEnergies(double slope) implements Slope {}

    /// Neither the energy nor the force is known: the curve leaves the image out.
    record Missing() implements Slope {}
}
