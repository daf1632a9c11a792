package cairn.neb.relax;

/// Relax until the largest per-atom force is below fmax (eV/Angstrom) and, with a free cell, the largest stress
/// component below stressMax (eV/Angstrom^3).
public record RelaxSettings(boolean cellFree, double fmax, double stressMax, int maxSteps) {
    public RelaxSettings {
        if (!(fmax > 0) || !(stressMax > 0) || maxSteps < 1) {
            throw new IllegalArgumentException("a relaxation needs positive fmax, stressMax and maxSteps");
        }
    }
}
