package cairn.codes.dft;

/// Units of the codes' inputs; CODATA 2018, https://physics.nist.gov/cuu/Constants.
public final class Units {
    public static final double EV_PER_RYDBERG = 13.605693122994;
    public static final double EV_PER_HARTREE = 27.211386245988;
    /// Boltzmann's constant.
    public static final double EV_PER_KELVIN = 8.617333262e-5;

    private Units() {}
}
