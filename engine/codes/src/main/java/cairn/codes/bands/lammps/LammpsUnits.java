package cairn.codes.bands.lammps;

import cairn.codes.bands.AtomicUnits;
import java.util.Optional;

/// The unit styles of LAMMPS that have an energy in eV: what one unit of energy (eV) and of length (Angstrom) is.
enum LammpsUnits {
    METAL(1, 1),
    /// kcal/mol: 4184 J over the Avogadro and elementary charge constants of CODATA 2018.
    REAL(0.043364104241800934, 1),
    ELECTRON(AtomicUnits.HARTREE, AtomicUnits.BOHR);

    private final double energy;
    private final double length;

    LammpsUnits(double energy, double length) {
        this.energy = energy;
        this.length = length;
    }

    static Optional<LammpsUnits> named(String name) {
        return switch (name) {
            case "metal" -> Optional.of(METAL);
            case "real" -> Optional.of(REAL);
            case "electron" -> Optional.of(ELECTRON);
            default -> Optional.empty();
        };
    }

    double energy() {
        return energy;
    }

    double length() {
        return length;
    }

    double force() {
        return energy / length;
    }
}
