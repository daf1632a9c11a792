package cairn.codes.bands.cp2k;

import cairn.codes.bands.Numbers;
import cairn.structure.Forces;
import cairn.structure.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The true forces in `PROJECT-BANDN.out`, which follow the energy that they belong to:
///
///     energy := "ENERGY| Total FORCE_EVAL" ... number          Hartree
///     forces := "ATOMIC FORCES in [a.u.]", line, line, (atom kind element fx fy fz)+
///             | "FORCES| Atomic forces [hartree/bohr]", line, ("FORCES|" atom fx fy fz norm)+
///
/// The first form was read of CP2K 2023.1, the second is that of 2024 and later. Of several evaluations the last one
/// with the wanted energy counts.
final class ReplicaOutput {
    /// Energies are the same if they agree to this, Hartree: what the ten decimals of the positions' file leave.
    private static final double SAME_ENERGY = 1e-8;
    private static final double FORCE = Units.EV_PER_HARTREE / Units.ANGSTROM_PER_BOHR;

    private final double wanted;
    private final int atoms;
    private double energy = Double.NaN;
    private boolean within;
    private final List<double[]> rows = new ArrayList<>();
    private Optional<Forces> found = Optional.empty();

    ReplicaOutput(double wantedHartree, int atoms) {
        this.wanted = wantedHartree;
        this.atoms = atoms;
    }

    Optional<Forces> forces() {
        return found;
    }

    void take(String line) {
        if (line.contains("ENERGY| Total FORCE_EVAL")) {
            String[] words = line.strip().split("\\s+");
            energy = Numbers.of(words[words.length - 1]);
        } else if (line.contains("ATOMIC FORCES in [") || line.contains("FORCES| Atomic forces [")) {
            within = true;
            rows.clear();
        } else if (within) {
            row(line);
        }
    }

    private void row(String line) {
        boolean tagged = line.contains("FORCES|");
        String[] words = line.replace("FORCES|", " ").strip().split("\\s+");
        int first = tagged ? 1 : 3;
        if (words.length >= first + 3 && words[0].matches("\\d+")) {
            rows.add(new double[] {Numbers.of(words[first]), Numbers.of(words[first + 1]), Numbers.of(words[first + 2])
            });
        }
        if (rows.size() == atoms) {
            end();
        }
    }

    private void end() {
        within = false;
        if (Math.abs(energy - wanted) < SAME_ENERGY) {
            found = Optional.of(Forces.of(rows.stream()
                    .flatMapToDouble(row -> java.util.Arrays.stream(row).map(component -> component * FORCE))
                    .toArray()));
        }
    }
}
