package cairn.codes.dft;

/// Units of the codes' inputs; CODATA 2018, https://physics.nist.gov/cuu/Constants.
public final class Units {
    public static final double EV_PER_RYDBERG = 13.605693122994;
    public static final double EV_PER_HARTREE = 27.211386245988;
    public static final double ANGSTROM_PER_BOHR = 0.529177210903;
    /// Twice the atomic unit of time.
    public static final double FEMTOSECONDS_PER_RYDBERG_TIME = 2 * 2.4188843265857e-2;
    public static final double KILOBAR_PER_EV_PER_ANGSTROM3 = 1602.176634;
    /// Boltzmann's constant.
    public static final double EV_PER_KELVIN = 8.617333262e-5;

    private Units() {}
}
