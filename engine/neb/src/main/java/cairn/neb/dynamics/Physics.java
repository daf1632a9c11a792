package cairn.neb.dynamics;

/// Constants: CODATA 2022.
final class Physics {
    /// Boltzmann's constant, eV/K.
    static final double BOLTZMANN = 8.617333262e-5;

    /// 1 amu Angstrom^2/fs^2 in eV: 1.66053906892e-27 kg times (1e5 m/s)^2 over 1.602176634e-19 J.
    static final double EV_PER_AMU_ANG2_PER_FS2 = 103.64269662;

    private Physics() {}
}
