package cairn.codes.output.cp2k;

import cairn.codes.bands.AtomicUnits;

/// Hartree atomic units.
final class Hartree {
    /// In eV.
    static final double ENERGY = AtomicUnits.HARTREE;
    /// In eV/Angstrom.
    static final double FORCE = AtomicUnits.HARTREE / AtomicUnits.BOHR;
    /// 1 GPa in eV/Angstrom^3: 1e9 Pa times 1e-30 m^3 over 1.602176634e-19 J (exact, SI 2019).
    static final double GPA = 1 / 160.2176634;

    private Hartree() {}
}
