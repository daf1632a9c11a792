package cairn.codes.dft.espresso;

import cairn.structure.Units;
import java.util.Locale;

/// Rydberg atomic units, which pw.x reads.
final class PwUnits {
    private PwUnits() {}

    /// Rounded to where no physics is: 80 Ry in eV and back is 80.
    static double rydberg(double ev) {
        return rounded(ev / Units.EV_PER_RYDBERG);
    }

    static double rydbergPerBohr(double evPerAngstrom) {
        return rounded(evPerAngstrom * Units.ANGSTROM_PER_BOHR / Units.EV_PER_RYDBERG);
    }

    static double time(double femtoseconds) {
        return rounded(femtoseconds / Units.FEMTOSECONDS_PER_RYDBERG_TIME);
    }

    /// Hartree/bohr^2, which neb.x reads, of eV/Angstrom^2.
    static double spring(double evPerAngstrom2) {
        return rounded(evPerAngstrom2 * Units.ANGSTROM_PER_BOHR * Units.ANGSTROM_PER_BOHR / Units.EV_PER_HARTREE);
    }

    private static double rounded(double exact) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.11e", exact));
    }
}
