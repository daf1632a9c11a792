package cairn.neb.surrogate;

import cairn.structure.Evaluation;
import cairn.structure.Structure;

/// A cheap calculation that resembles the true one, such as a classical potential beside DFT: the surrogate then
/// only learns the difference. One that does not resemble it is found out, and does little harm. It is asked many
/// times, by several threads at once.
@FunctionalInterface
public interface Prior {
    Evaluation evaluate(Structure structure);
}
