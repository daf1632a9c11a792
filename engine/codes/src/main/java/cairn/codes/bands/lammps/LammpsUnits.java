package cairn.codes.bands.lammps;

import cairn.structure.Units;
import java.util.Optional;

/// The unit styles of LAMMPS that have an energy in eV: what one unit of energy (eV), of length (Angstrom) and of
/// pressure (eV/Angstrom^3) is.
public enum LammpsUnits {
    METAL(1, 1, Pascal.EV_PER_ANG3 * 1e5),
    /// kcal/mol: 4184 J over the Avogadro and elementary charge constants of CODATA 2018.
    REAL(0.043364104241800934, 1, Pascal.EV_PER_ANG3 * 101325),
    ELECTRON(Units.EV_PER_HARTREE, Units.ANGSTROM_PER_BOHR, Pascal.EV_PER_ANG3);

    private final double energy;
    private final double length;
    private final double pressure;

    LammpsUnits(double energy, double length, double pressure) {
        this.energy = energy;
        this.length = length;
        this.pressure = pressure;
    }

    public static Optional<LammpsUnits> named(String name) {
        return switch (name) {
            case "metal" -> Optional.of(METAL);
            case "real" -> Optional.of(REAL);
            case "electron" -> Optional.of(ELECTRON);
            default -> Optional.empty();
        };
    }

    public double energy() {
        return energy;
    }

    public double length() {
        return length;
    }

    public double force() {
        return energy / length;
    }

    public double pressure() {
        return pressure;
    }

    private static final class Pascal {
        static final double EV_PER_ANG3 = 1e-9 / Units.GPA_PER_EV_ANGSTROM3;
    }
}
