package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.real.Needs;
import cairn.cluster.real.RealSlurm;
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

/// A job that Slurm kills for its memory.
@Tag("slurm")
@ResourceLock(value = RealSlurm.LOCK, mode = ResourceAccessMode.READ)
class MemoryOnSlurmTest {
    /// Cairn itself and a small pw.x would have enough.
    private static final String WORKFLOW = """
            cairn: 1
            name: greedy
            about: A cutoff that needs more memory than was asked for
            resources: {cores: 1, memory: 400 MB, walltime: "00:10:00"}
            code: {use: qe, protocol: fast, cutoff: 400 Ry, k_points: {mesh: [1, 1, 1]}, smearing: none,
                   pseudopotentials: gth-pbe}
            steps:
              silicon: {energy: STRUCTURE, driven_by: code}
            """;

    private static final String PROFILE = """
            name: strict-slurm
            scheduler: slurm
            partitions: [{name: batch, max_walltime: "12:00:00", cores_per_node: 4, memory_per_node_mb: 4000}]
            poll_interval: 1 s
            """;

    /// Here Slurm looks at the memory of those jobs alone that let it, each second.
    private static final String SBATCH = """
            #!/bin/sh
            exec /usr/bin/sbatch --acctg-freq=task=1 "$@"
            """;

    @TempDir
    private Path folder;

    @Test
    void a_job_that_is_killed_for_its_memory_says_so_and_what_to_do() throws Exception {
        Needs.programs("pw.x");
        Path sbatch =
                Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("sbatch"), SBATCH);
        assertThat(sbatch.toFile().setExecutable(true)).isTrue();
        CairnProcess cairn = new CairnProcess(
                folder,
                Map.of(
                        "SLURM_CONF",
                        RealSlurm.up().slurmConf().toString(),
                        "PATH",
                        sbatch.getParent() + ":" + System.getenv("PATH")));

        CairnProcess.Ended run =
                cairn.run("run", workflow().toString(), "--cluster", profile().toString());

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
        JsonNode failure = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("campaigns/greedy/results.json")))
                .at("/steps/silicon/failure");
        assertThat(failure.required("signature").stringValue()).isEqualTo("out-of-memory");
        assertThat(failure.required("advice").stringValue()).contains("more memory in `resources`");
        assertThat(cairn.run("why", "silicon").out())
                .contains("the job needed more memory than it asked for", "exceeded memory limit");
        assertThat(folder.resolve("campaigns/greedy/calculations/silicon/energy/attempt-2"))
                .doesNotExist();
    }

    private Path workflow() throws Exception {
        Path structure = CairnProcess.ROOT.resolve("workflows/si8-cp2k/structures/Si8.vasp");
        return Files.writeString(folder.resolve("workflow.yaml"), WORKFLOW.replace("STRUCTURE", structure.toString()));
    }

    private Path profile() throws Exception {
        return Files.writeString(folder.resolve("profile.yaml"), PROFILE);
    }
}
