package cairn.codes.output;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
}
