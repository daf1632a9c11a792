package cairn.codes.output.espresso;

import cairn.codes.bands.AtomicUnits;

/// Rydberg atomic units.
final class Rydberg {
    /// In eV.
    static final double ENERGY = AtomicUnits.HARTREE / 2;
    /// In Angstrom.
    static final double LENGTH = AtomicUnits.BOHR;
    /// In eV/Angstrom.
    static final double FORCE = ENERGY / LENGTH;
    /// In eV/Angstrom^3.
    static final double STRESS = ENERGY / (LENGTH * LENGTH * LENGTH);

    private Rydberg() {}
}
