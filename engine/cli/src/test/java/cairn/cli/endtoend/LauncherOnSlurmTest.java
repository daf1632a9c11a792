package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import cairn.cluster.real.RealSlurm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// pw.x on two processes, in jobs of two cores, started by the words that the profile of the cluster gives. They are
/// those of Open MPI: the srun of Debian 12 starts no MPI, as its plugin looks for a file of libpmix-dev.
@Tag("slurm")
@ResourceLock(value = RealSlurm.LOCK, mode = ResourceAccessMode.READ)
class LauncherOnSlurmTest {
    /// The launcher notes its process there: then it was this one.
    private static final String PROFILE = """
            name: launching-slurm
            scheduler: slurm
            partitions: [{name: batch, max_walltime: "12:00:00", cores_per_node: 4, memory_per_node_mb: 4000}]
            poll_interval: 1 s
            environment: {CAIRN_MPIRUN: "mpirun --report-pid launcher.pid -np"}
            """;

    private static final String WORKFLOW = """
            cairn: 1
            name: two-processes
            about: The same energy by one process and by two
            resources: {cores: 2, memory: 900 MB, walltime: "00:10:00"}
            code: {use: qe, protocol: fast, cutoff: 20 Ry, k_points: {mesh: [2, 2, 2]}, smearing: none,
                   scf_convergence: 1e-8 eV, pseudopotentials: gth-pbe}
            steps:
              by-cairn: {energy: STRUCTURE}
              by-code: {energy: STRUCTURE, driven_by: code}
            """;

    @TempDir
    private Path folder;

    @Test
    void two_processes_of_the_launcher_that_the_profile_names_find_the_energy_of_one() throws Exception {
        Needs.programs("pw.x", "mpirun");
        String workflow = workflow().toString();
        String profile =
                Files.writeString(folder.resolve("profile.yaml"), PROFILE).toString();

        JsonNode one = steps("one", workflow, "--set", "resources.cores=1");
        JsonNode two = steps("two", workflow, "--cluster", profile);

        for (String step : new String[] {"by-cairn", "by-code"}) {
            assertThat(energy(two, step)).as(step).isCloseTo(energy(one, step), within(1e-6));
        }
        assertOnTwo("by-cairn", "engine-0", "screen");
        assertOnTwo("by-code", "run-1", "pw.out");
    }

    private void assertOnTwo(String step, String place, String output) {
        Path run =
                folder.resolve("two/calculations/" + step + "/energy/attempt-1").resolve(place);
        assertThat(run.resolve(output)).content().containsPattern("running on +2 processors");
        assertThat(run.resolve("launcher.pid")).isNotEmptyFile();
    }

    private JsonNode steps(String campaign, String workflow, String first, String second) throws Exception {
        CairnProcess.Ended run = new CairnProcess(
                        folder, Map.of("SLURM_CONF", RealSlurm.up().slurmConf().toString()))
                .run("run", workflow, first, second, "--dir", campaign);
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve(campaign).resolve("results.json")))
                .required("steps");
    }

    private static double energy(JsonNode steps, String step) {
        return steps.required(step).required("result").required("energy_ev").doubleValue();
    }

    private Path workflow() throws IOException {
        Path structure = CairnProcess.ROOT.resolve("workflows/si2-pw/structures/Si2.vasp");
        return Files.writeString(folder.resolve("workflow.yaml"), WORKFLOW.replace("STRUCTURE", structure.toString()));
    }
}
