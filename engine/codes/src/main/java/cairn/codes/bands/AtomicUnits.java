package cairn.codes.bands;

/// Hartree atomic units; CODATA 2018, https://physics.nist.gov/cuu/Constants.
public final class AtomicUnits {
    /// In eV.
    public static final double HARTREE = 27.211386245988;
    /// In Angstrom.
    public static final double BOHR = 0.529177210903;

    private AtomicUnits() {}
}
