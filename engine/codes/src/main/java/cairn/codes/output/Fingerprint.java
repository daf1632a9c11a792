package cairn.codes.output;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings that energies depend on, as the output states them: only energies with equal fingerprints may be
/// subtracted.
///
/// Keys are those of [Key]; a code puts in what its output says, and leaves out what it does not say.
public record Fingerprint(SortedMap<Key, String> settings) {
    /// What a fingerprint can tell, in the order in which it is shown.
    public enum Key {
        CODE,
        VERSION,
        FUNCTIONAL,
        /// Elements and their pseudopotentials, by name or hash, as `Li:PAW_PBE Li_sv 10Sep2004`.
        POTENTIALS,
        CUTOFF_EV,
        DENSITY_CUTOFF_EV,
        BASIS,
        /// The mesh, or the number of points where the output tells no mesh.
        K_POINTS,
        SMEARING,
        SMEARING_EV,
        SPIN,
        HUBBARD_U_EV,
        DISPERSION,
        CHARGE
    }

    public Fingerprint {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    public static Fingerprint of(Map<Key, String> settings) {
        return new Fingerprint(new TreeMap<>(settings));
    }

    /// The settings that both tell, and tell differently. What only one of them tells is no difference: outputs are
    /// silent of much.
    public SortedMap<Key, Two> differences(Fingerprint other) {
        SortedMap<Key, Two> differences = new TreeMap<>();
        settings.forEach((key, mine) -> {
            String its = other.settings.get(key);
            if (its != null && !its.equals(mine) && Meshes.areComparable(key, mine, its)) {
                differences.put(key, new Two(mine, its));
            }
        });
        return differences;
    }

    /// The values of one setting in two outputs.
    public record Two(String one, String other) {
        @Override
        public String toString() {
            return one + " and " + other;
        }
    }

    /// A mesh of k-points tells the density of them; how many are left of it by symmetry tells it only among structures
    /// of the same symmetry, and along a path the symmetry changes.
    private static final class Meshes {
        private static final Pattern COUNT = Pattern.compile("(\\d+) (irreducible.*|points.*)");

        private static boolean areComparable(Key key, String one, String other) {
            return key != Key.K_POINTS || symmetry(one).equals(symmetry(other));
        }

        private static String symmetry(String points) {
            Matcher count = COUNT.matcher(points);
            return count.matches() ? count.group(2) : "a mesh";
        }
    }
}
