package cairn.neb.surrogate;

/// An energy and its gradient over the free atoms.
record Value(double energy, double[] gradient) {}
