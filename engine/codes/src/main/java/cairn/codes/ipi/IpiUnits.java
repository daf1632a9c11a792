package cairn.codes.ipi;

/// What a client takes for a Bohr (in Angstrom) and for a Hartree (in eV).
public record IpiUnits(double angstromPerBohr, double evPerHartree) {
    /// Those of an [IpiClient], which is ours and need not convert: every number arrives to its last bit.
    public static final IpiUnits OURS = new IpiUnits(1, 1);

    double evPerAngstromPerAtomicForce() {
        return evPerHartree / angstromPerBohr;
    }
}
