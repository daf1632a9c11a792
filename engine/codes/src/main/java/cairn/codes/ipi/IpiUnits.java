package cairn.codes.ipi;

/// What a client takes for a Bohr (in Angstrom) and for a Hartree (in eV).
public record IpiUnits(double angstromPerBohr, double evPerHartree) {
    double evPerAngstromPerAtomicForce() {
        return evPerHartree / angstromPerBohr;
    }
}
