package cairn.codes.dft.vasp.input;

import cairn.codes.client.Launcher;
import java.util.List;
import java.util.Optional;

/// How VASP is started: `vasp_std`, or what `CAIRN_VASP` says instead, for the `environment` of a cluster's profile to
/// set; on several cores by `mpirun -np`, or what `CAIRN_MPIRUN` says.
public final class VaspProgram {
    public static final String VARIABLE = "CAIRN_VASP";

    /// Processes share the cores, unless the profile wants threads of one.
    public static final String THREADS = "OMP_NUM_THREADS";

    /// What VASP prints; the readers of its output look for messages in a file of this name.
    public static final String SCREEN = "vasp.out";

    private static final String USUAL = "vasp_std";

    private VaspProgram() {}

    /// The words that start it on so many cores.
    public static List<String> on(int cores) {
        String program = Optional.ofNullable(System.getenv(VARIABLE)).orElse(USUAL);
        return Launcher.on(cores, List.of(program.strip().split("\\s+")));
    }
}
