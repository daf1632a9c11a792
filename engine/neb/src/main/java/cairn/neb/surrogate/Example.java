package cairn.neb.surrogate;

/// One known structure as the surrogate sees it: where its free atoms are, what is left of energy (eV) and gradient
/// once
/// the prior mean is taken off, and the independent functions of the basis with their gradients, a row each.
record Example(double[] place, double energy, double[] gradient, double[] functions, double[][] slopes) {}
