package cairn.codes;

import cairn.structure.Structure;

/// Relax a structure until the largest per-atom force is below fmax (eV/Angstrom); with a free cell also
/// until the largest stress component is below stressMax (eV/Angstrom^3).
public record RelaxTask(Structure structure, boolean cellFree, double fmax, double stressMax, int maxSteps) {}
