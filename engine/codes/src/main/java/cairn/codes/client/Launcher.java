package cairn.codes.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a program is started on several cores: with `mpirun -np N` before it, or with what the environment says instead,
/// for the `environment` of a cluster's profile to set: `CAIRN_MPIRUN="srun -n"`.
public final class Launcher {
    private static final String VARIABLE = "CAIRN_MPIRUN";
    private static final String USUAL = "mpirun -np";

    /// What each program finds in its environment. Processes share the cores, not threads of one; a program that
    /// no mpirun started needs no daemon of Open MPI beside it; and words reach the screen before the answer that
    /// they belong to (Fortran of GCC buffers them else).
    ///
    /// The mpirun of Open MPI refuses root, which containers have, and more processes than a scheduler calls tasks;
    /// and it binds those of all jobs to the same first cores.
    public static final SortedMap<String, String> ENVIRONMENT = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "OMP_NUM_THREADS", "1",
            "OPENBLAS_NUM_THREADS", "1",
            "OMPI_MCA_ess_singleton_isolated", "1",
            "GFORTRAN_UNBUFFERED_ALL", "1",
            "PYTHONUNBUFFERED", "1",
            "OMPI_ALLOW_RUN_AS_ROOT", "1",
            "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1",
            "OMPI_MCA_rmaps_base_oversubscribe", "1",
            "OMPI_MCA_hwloc_base_binding_policy", "none")));

    private Launcher() {}

    /// The command that runs these words on so many cores.
    public static List<String> on(int cores, List<String> words) {
        if (cores == 1) {
            return List.copyOf(words);
        }
        String launcher = Optional.ofNullable(System.getenv(VARIABLE)).orElse(USUAL);
        List<String> command = new ArrayList<>(List.of(launcher.strip().split("\\s+")));
        command.add(Integer.toString(cores));
        command.addAll(words);
        return List.copyOf(command);
    }
}
