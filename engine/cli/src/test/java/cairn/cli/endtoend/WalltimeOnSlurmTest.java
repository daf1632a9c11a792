package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.real.Needs;
import cairn.cluster.real.RealSlurm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Long calculations under short walltimes: jobs of a minute that begin to stop after twenty seconds.
@Tag("slurm")
class WalltimeOnSlurmTest {
    private static final String PROFILE = """
            name: hurried-slurm
            scheduler: slurm
            partitions: [{name: batch, max_walltime: "12:00:00", cores_per_node: 4, memory_per_node_mb: 4000}]
            poll_interval: 1 s
            stop_margin: 40 s
            max_queued_jobs: 2
            """;

    private static final String WORKFLOW = """
            cairn: 1
            name: hurried
            about: Relaxations that do not fit into one job
            resources: {cores: 1, memory: 900 MB, walltime: "00:01:00"}
            structures: {silicon: Si8.vasp}
            steps:
              by-pw:
                relax: silicon
                fmax: 0.01
                driven_by: code
                code: {use: qe, protocol: fast, cutoff: 18 Ry, k_points: {mesh: [2, 2, 2]}, smearing: none,
                       pseudopotentials: gth-pbe}
              by-cairn:
                relax: silicon
                fmax: 0.01
                code: {use: qe, protocol: fast, cutoff: 18 Ry, k_points: {mesh: [2, 2, 2]}, smearing: none,
                       pseudopotentials: gth-pbe}
            """;

    private static final String SILICON = """
            Eight atoms of silicon, shaken
            1.0
            5.43 0.0 0.0
            0.0 5.43 0.0
            0.0 0.0 5.43
            Si
            8
            Cartesian
            0.15 0.0 0.05
            0.0 2.715 2.815
            2.715 0.1 2.715
            2.715 2.615 0.0
            1.3575 1.3575 1.2075
            1.4575 4.0725 4.0725
            4.0725 1.3575 4.1725
            4.0725 3.9725 1.3575
            """;

    @TempDir
    private Path folder;

    private CairnProcess.Ended run(RealSlurm slurm) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("Si8.vasp"), SILICON);
        Files.copy(CairnProcess.ROOT.resolve("workflows/h2-by-cp2k/structures/H2.vasp"), folder.resolve("H2.vasp"));
        Path workflow = Files.writeString(folder.resolve("workflow.yaml"), WORKFLOW);
        Path profile = Files.writeString(folder.resolve("profile.yaml"), PROFILE);
        Map<String, String> environment = Map.of("SLURM_CONF", slurm.slurmConf().toString());
        return new CairnProcess(folder, environment)
                .run("run", workflow.toString(), "--cluster", profile.toString(), "--dir", "hurried");
    }

    @Test
    void relaxations_that_need_many_jobs_lose_no_more_than_a_step_for_each() throws Exception {
        Needs.programs("pw.x", "cp2k.psmp");
        CairnProcess.Ended run = run(RealSlurm.up());

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        JsonNode steps = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("hurried/results.json")))
                .required("steps");
        // pw.x goes on with the very step that it was stopped in.
        noMoreIsLost(steps, "by-pw", "Self-consistent Calculation");
        assertThat(attempts("by-cairn")).hasSizeGreaterThan(1);
        onlyForWalltime();
    }

    /// `begun` stands once in an output for each step that was begun.
    private void noMoreIsLost(JsonNode steps, String step, String begun) throws IOException {
        int needed = steps.required(step)
                .required("result")
                .required("force_evaluations")
                .intValue();
        int restarts = attempts(step).size() - 1;
        assertThat(restarts).as("restarts of %s", step).isPositive();
        assertThat(begun(step, begun))
                .as("steps of %s with %d restarts", step, restarts)
                .isBetween(needed, needed + restarts);
    }

    private List<Path> attempts(String step) throws IOException {
        try (Stream<Path> attempts = Files.list(folder.resolve("hurried/calculations/" + step + "/relax"))) {
            return attempts.sorted().toList();
        }
    }

    private int begun(String step, String begun) throws IOException {
        int count = 0;
        for (Path attempt : attempts(step)) {
            try (Stream<Path> files = Files.walk(attempt)) {
                for (Path output : files.filter(file -> file.toString().matches(".*/pw\\.out"))
                        .toList()) {
                    count += Files.readString(output).split(Pattern.quote(begun), -1).length - 1;
                }
            }
        }
        return count;
    }

    private void onlyForWalltime() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("hurried"))) {
            List<String> causes = files.filter(file -> file.toString().contains("journal"))
                    .filter(Files::isRegularFile)
                    .flatMap(file -> causes(file).stream())
                    .distinct()
                    .toList();
            assertThat(causes).containsExactly("walltime");
        }
    }

    private static List<String> causes(Path journal) {
        try {
            return Pattern.compile("\"cause\":\"([a-z]+)\"")
                    .matcher(Files.readString(journal))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
