package cairn.analysis.elasticity;

/// The energy (eV) of a crystal at a volume (Angstrom^3), both of the same cell.
public record EnergyAtVolume(double volumeAng3, double energyEv) {
    public EnergyAtVolume {
        if (!(volumeAng3 > 0) || !Double.isFinite(energyEv)) {
            throw new IllegalArgumentException("no point of an equation of state: " + volumeAng3 + ", " + energyEv);
        }
    }
}
