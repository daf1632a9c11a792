package cairn.structure;

/// What the units of the codes are in ours, eV and Angstrom; CODATA 2018, https://physics.nist.gov/cuu/Constants.
public final class Units {
    public static final double EV_PER_RYDBERG = 13.605693122994;
    public static final double EV_PER_HARTREE = 27.211386245988;
    public static final double ANGSTROM_PER_BOHR = 0.529177210903;
    /// Twice the atomic unit of time.
    public static final double FEMTOSECONDS_PER_RYDBERG_TIME = 2 * 2.4188843265857e-2;
    /// 1e30 times the elementary charge of 1.602176634e-19 C over 1e9, exactly.
    public static final double GPA_PER_EV_ANGSTROM3 = 160.2176634;
    public static final double KILOBAR_PER_EV_ANGSTROM3 = 10 * GPA_PER_EV_ANGSTROM3;
    /// Boltzmann's constant.
    public static final double EV_PER_KELVIN = 8.617333262e-5;

    private Units() {}
}
