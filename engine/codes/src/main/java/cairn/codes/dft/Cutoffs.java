package cairn.codes.dft;

/// Cutoffs of plane waves, eV: of the orbitals (in CP2K, of the finest grid), of the density, and of Gaussians on
/// CP2K's grids. 0 for one that was left to the code.
public record Cutoffs(double cutoffEv, double densityEv, double relativeEv) {
    public Cutoffs {
        if (cutoffEv < 0 || densityEv < 0 || relativeEv < 0) {
            throw new IllegalArgumentException("negative cutoff: " + cutoffEv + " " + densityEv + " " + relativeEv);
        }
    }
}
