package cairn.codes.output.cp2k;

import cairn.structure.Units;

/// Hartree atomic units.
final class Hartree {
    /// In eV.
    static final double ENERGY = Units.EV_PER_HARTREE;
    /// In eV/Angstrom.
    static final double FORCE = Units.EV_PER_HARTREE / Units.ANGSTROM_PER_BOHR;
    /// 1 GPa in eV/Angstrom^3.
    static final double GPA = 1 / Units.GPA_PER_EV_ANGSTROM3;

    private Hartree() {}
}
