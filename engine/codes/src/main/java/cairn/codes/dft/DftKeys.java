package cairn.codes.dft;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The shared settings that all DFT codes take, in the words of a workflow.
public final class DftKeys {
    private static final Set<String> ALL = Set.of(
            "functional",
            "cutoff",
            "k_points",
            "smearing",
            "smearing_width",
            "spin",
            "moments",
            "charge",
            "dispersion",
            "scf_convergence",
            "scf_iterations",
            "hubbard_u");

    private DftKeys() {}

    /// All of them, and what one code takes besides.
    public static Set<String> and(String... others) {
        return Stream.concat(ALL.stream(), Stream.of(others)).collect(Collectors.toUnmodifiableSet());
    }
}
