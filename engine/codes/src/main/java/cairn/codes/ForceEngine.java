package cairn.codes;

import cairn.structure.Evaluation;
import cairn.structure.Structure;

/// Energies and forces on demand, inside a job. One engine serves one thread at a time.
///
/// An engine may keep a child process or neighbour lists between calls; consecutive calls should be of
/// similar structures with the same atoms in the same order.
public interface ForceEngine extends AutoCloseable {
    /// The energy, the forces and, where the code has it, the stress of a structure.
    ///
    /// @throws EngineFailure if the code cannot say (it crashed, did not converge, or returned nonsense)
    /// @throws EngineLost if something outside took the code away while it computed
    Evaluation evaluate(Structure structure);

    /// The version of the code as the code itself states it, known once it has answered.
    String version();

    @Override
    void close();
}
