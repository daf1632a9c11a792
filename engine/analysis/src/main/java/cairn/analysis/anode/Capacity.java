package cairn.analysis.anode;

import cairn.structure.Composition;
import java.util.Objects;

/// The charge that ions bring into a host, from one formula unit of it: `ions` of charge `charge` each.
public record Capacity(Composition host, double ions, int charge, double ionMassAmu) {
    /// The elementary charge in C (SI, exact).
    private static final double ELEMENTARY_CHARGE_C = 1.602176634e-19;

    /// CODATA 2022.
    private static final double GRAM_PER_AMU = 1.66053906892e-24;

    private static final double COULOMB_PER_MAH = 3.6;

    private static final double CM3_PER_ANG3 = 1e-24;

    public Capacity {
        Objects.requireNonNull(host);
        if (!(ions >= 0) || charge < 1 || !(ionMassAmu > 0)) {
            throw new IllegalArgumentException("no capacity from " + ions + " ions of charge " + charge);
        }
    }

    /// Per gram of the bare host.
    public double mahPerGramOfHost() {
        return mah() / (host.massAmu() * GRAM_PER_AMU);
    }

    /// Per gram of the host with its ions.
    public double mahPerGramWithIons() {
        return mah() / ((host.massAmu() + ions * ionMassAmu) * GRAM_PER_AMU);
    }

    /// Per cubic centimetre of a crystal that has this volume (Angstrom^3) per formula unit of the host; give that with
    /// its ions, for it is what a cell must have room for.
    public double mahPerCm3(double volumeAng3) {
        return mah() / (volumeAng3 * CM3_PER_ANG3);
    }

    private double mah() {
        return ions * charge * ELEMENTARY_CHARGE_C / COULOMB_PER_MAH;
    }
}
