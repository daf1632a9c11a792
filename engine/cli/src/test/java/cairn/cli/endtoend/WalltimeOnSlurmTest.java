package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.real.Needs;
import cairn.cluster.real.RealSlurm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Relaxations under walltimes that are too short for them. How short is measured first, by one that has all the time
/// it
/// wants: so that it takes several jobs on any machine.
@Tag("slurm")
@ResourceLock(RealSlurm.LOCK)
class WalltimeOnSlurmTest {
    /// Jobs of a minute, the least that Slurm knows, which stop so long before their end.
    private static final String PROFILE = """
            name: hurried-slurm
            scheduler: slurm
            partitions: [{name: batch, max_walltime: "12:00:00", cores_per_node: 4, memory_per_node_mb: 4000}]
            poll_interval: 1 s
            stop_margin: MARGIN s
            """;

    private static final long MINUTE = 60;
    private static final long SHORTEST = 5;

    /// What a job gets of the time that the whole relaxation took.
    private static final long SHARE = 3;

    private static final String WORKFLOW = """
            cairn: 1
            name: hurried
            about: A relaxation that does not fit into one job
            resources: {cores: 1, memory: 900 MB, walltime: "00:01:00"}
            steps:
              relaxed: {STEP}
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

    private static final String HYDROGEN = """
            Two molecules of hydrogen, stretched
            1.0
            7.0 0.0 0.0
            0.0 7.0 0.0
            0.0 0.0 7.0
            H
            4
            Cartesian
            0.0 0.0 0.0
            1.0 0.1 0.0
            3.0 3.5 3.5
            3.1 4.1 3.6
            """;

    /// Who moves the atoms.
    enum Mover {
        PW("Si8.vasp", "driven_by: code, code: " + qe()),
        CP2K(
                "H4.vasp",
                "driven_by: code, code: {use: cp2k, protocol: fast, cutoff: 150 Ry, relative_cutoff: 40 Ry,"
                        + " k_points: gamma, smearing: none}"),
        CAIRN("Si8.vasp", "code: " + qe());

        private final String structure;
        private final String settings;

        Mover(String structure, String settings) {
            this.structure = structure;
            this.settings = settings;
        }

        private static String qe() {
            return "{use: qe, protocol: fast, cutoff: 18 Ry, k_points: {mesh: [2, 2, 2]}, smearing: none,"
                    + " pseudopotentials: gth-pbe}";
        }
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void a_relaxation_that_needs_many_jobs_gets_there_and_loses_little(Mover mover) throws Exception {
        Needs.programs("pw.x", "cp2k.psmp");
        CairnProcess whole = new CairnProcess(folder, Map.of());
        Path workflow = workflow(mover);
        CairnProcess.Ended undisturbed = whole.run("run", workflow.toString(), "--dir", "whole");
        assertThat(undisturbed.status())
                .as(undisturbed.out() + undisturbed.err())
                .isZero();

        long each = Math.max(SHORTEST, took(folder.resolve("whole")).toSeconds() / SHARE);
        Path profile = Files.writeString(
                folder.resolve("profile.yaml"), PROFILE.replace("MARGIN", Long.toString(MINUTE - each)));
        CairnProcess slurm = new CairnProcess(
                folder, Map.of("SLURM_CONF", RealSlurm.up().slurmConf().toString()));
        CairnProcess.Ended run =
                slurm.run("run", workflow.toString(), "--cluster", profile.toString(), "--dir", "hurried");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        int restarts = attempts("hurried").size() - 1;
        assertThat(restarts).as("restarts with %d s for each", each).isPositive();
        lost(mover, restarts);
        assertThat(causes()).containsExactly("walltime");
    }

    /// Of CP2K nothing is said: it computes the forces of where it goes on once more, and at the end those of the
    /// minimum,
    /// and by another way it may need other steps.
    private void lost(Mover mover, int restarts) throws IOException {
        int needed = evaluations("hurried");
        switch (mover) {
            case PW ->
                assertThat(begun("Self-consistent Calculation"))
                        .as("begun with %d restarts", restarts)
                        .isBetween(needed, needed + restarts);
            case CAIRN -> assertThat(needed).isLessThanOrEqualTo(evaluations("whole") + restarts);
            case CP2K -> {}
        }
    }

    private Path workflow(Mover mover) throws IOException {
        Files.writeString(folder.resolve("Si8.vasp"), SILICON);
        Files.writeString(folder.resolve("H4.vasp"), HYDROGEN);
        String step = "relax: " + mover.structure + ", fmax: 0.01, " + mover.settings;
        return Files.writeString(folder.resolve("workflow.yaml"), WORKFLOW.replace("STEP", step));
    }

    private static Duration took(Path campaign) throws IOException {
        Path attempt = campaign.resolve("calculations/relaxed/relax/attempt-1");
        return Duration.between(
                Files.getLastModifiedTime(attempt.resolve("work.json")).toInstant(),
                Files.getLastModifiedTime(attempt.resolve("result.json")).toInstant());
    }

    private int evaluations(String campaign) throws IOException {
        JsonNode results = JsonMapper.shared().readTree(Files.readString(folder.resolve(campaign + "/results.json")));
        return results.required("steps")
                .required("relaxed")
                .required("result")
                .required("force_evaluations")
                .intValue();
    }

    private List<Path> attempts(String campaign) throws IOException {
        try (Stream<Path> attempts = Files.list(folder.resolve(campaign + "/calculations/relaxed/relax"))) {
            return attempts.sorted().toList();
        }
    }

    /// How often the words stand in what pw.x has written: once for each step that it has begun.
    private int begun(String words) throws IOException {
        int count = 0;
        for (Path attempt : attempts("hurried")) {
            try (Stream<Path> files = Files.walk(attempt)) {
                for (Path output : files.filter(file -> file.endsWith("pw.out")).toList()) {
                    count += Files.readString(output).split(Pattern.quote(words), -1).length - 1;
                }
            }
        }
        return count;
    }

    /// Of all restarts, by the journal.
    private List<String> causes() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("hurried"))) {
            return files.filter(file -> file.toString().contains("journal"))
                    .filter(Files::isRegularFile)
                    .flatMap(file -> causes(file).stream())
                    .distinct()
                    .toList();
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
