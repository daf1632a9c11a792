package cairn.codes.output.espresso;

import cairn.structure.Units;

/// Rydberg atomic units.
final class Rydberg {
    /// In eV.
    static final double ENERGY = Units.EV_PER_HARTREE / 2;
    /// In Angstrom.
    static final double LENGTH = Units.ANGSTROM_PER_BOHR;
    /// In eV/Angstrom.
    static final double FORCE = ENERGY / LENGTH;
    /// In eV/Angstrom^3.
    static final double STRESS = ENERGY / (LENGTH * LENGTH * LENGTH);

    private Rydberg() {}
}
