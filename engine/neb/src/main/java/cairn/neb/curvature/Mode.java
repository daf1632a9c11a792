package cairn.neb.curvature;

import cairn.neb.optimize.Vector;

/// A direction of length one over all atoms, and the curvature of the energy along it, eV/Angstrom^2.
public record Mode(double curvature, Vector direction) {}
