package cairn.neb.dynamics;

final class Physics {
    /// CODATA 2022: 1 amu Angstrom^2/fs^2 in eV: 1.66053906892e-27 kg times (1e5 m/s)^2 over 1.602176634e-19 J.
    static final double EV_PER_AMU_ANG2_PER_FS2 = 103.64269662;

    private Physics() {}
}
