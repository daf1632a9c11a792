package cairn.neb.curvature;

import cairn.structure.Evaluation;
import cairn.structure.Structure;

/// An energy surface that has been learned, and knows how certain it is.
public interface Model {
    Evaluation evaluate(Structure structure);

    /// The standard deviation of the energy, eV.
    double uncertainty(Structure structure);
}
