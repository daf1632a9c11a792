package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What goes wrong with real codes in real campaigns: each has a verdict of its own, and says what to do.
@Tag("slow")
class FailuresTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /// A small structure, and the words of a workflow with which it takes a second.
    enum Ill {
        PW(
                "pw.x",
                "qe",
                "{use: qe, cutoff: %s, k_points: {mesh: [1, 1, 1]}, smearing: none, scf_convergence: %s, scf_iterations:"
                        + " %s, pseudopotentials: {Si: %s/Si.UPF}%s}",
                "12 Ry",
                "400 Ry",
                """
                2
                Lattice="0 %1$s %1$s %1$s 0 %1$s %1$s %1$s 0" Properties=species:S:1:pos:R:3 pbc="T T T"
                Si 0.1 0.0 0.0
                Si 1.35 1.35 1.35
                """,
                "2.7",
                450_000),
        CP2K(
                "cp2k.psmp",
                "cp2k",
                "{use: cp2k, cutoff: %s, relative_cutoff: 400 eV, k_points: {mesh: [1, 1, 1]}, smearing: none,"
                        + " scf_convergence: %s, scf_iterations: %s, spin: none%5$s}",
                "1000 eV",
                "4000 eV",
                """
                2
                Lattice="%1$s 0 0 0 %1$s 0 0 0 %1$s" Properties=species:S:1:pos:R:3 pbc="T T T"
                H 1.5 2.0 2.0
                H 2.4 2.1 2.0
                """,
                "6.0",
                900_000);

        private final String program;
        private final String code;
        private final String words;
        private final String cutoff;
        private final String greedyCutoff;
        private final String structure;
        private final String edge;
        private final int shortMemoryKb;

        Ill(
                String program,
                String code,
                String words,
                String cutoff,
                String greedyCutoff,
                String structure,
                String edge,
                int shortMemoryKb) {
            this.program = program;
            this.code = code;
            this.words = words;
            this.cutoff = cutoff;
            this.greedyCutoff = greedyCutoff;
            this.structure = structure;
            this.edge = edge;
            this.shortMemoryKb = shortMemoryKb;
        }

        String settings(Path folder, String cutoff, String convergence, String iterations, String more) {
            return words.formatted(cutoff, convergence, iterations, folder, more);
        }

        String structure(String edge) {
            return structure.formatted(edge);
        }
    }

    @TempDir
    private Path folder;

    private CairnProcess cairn;
    private Path cluster;

    @BeforeEach
    void a_home() throws IOException {
        Needs.programs("pw.x", "cp2k.psmp");
        cairn = new CairnProcess(folder, Map.of());
        cluster = Files.writeString(folder.resolve("here.yaml"), "name: here\nscheduler: local\ncores: 2\n");
        Files.copy(
                Path.of("/usr/share/espresso/pseudo/Si.pbe-rrkj.UPF"),
                folder.resolve("Si.UPF"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Path workflow(Ill ill, String settings) throws IOException {
        Files.writeString(folder.resolve("it.xyz"), ill.structure(ill.edge));
        return Files.writeString(folder.resolve("workflow.yaml"), """
                cairn: 1
                name: ill
                code: %s
                steps:
                  it: {relax: it.xyz, fmax: 1.0, max_steps: 20}
                """.formatted(settings));
    }

    private static String usual(Ill ill, Path folder) {
        return ill.settings(folder, ill.cutoff, "1e-6 eV", "50", "");
    }

    private CairnProcess.Ended run(Path workflow) throws Exception {
        return cairn.run("run", workflow.toString(), "--cluster", cluster.toString());
    }

    private JsonNode step() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("campaigns/ill/results.json")))
                .required("steps")
                .required("it");
    }

    private JsonNode failure(Path workflow) throws Exception {
        CairnProcess.Ended run = run(workflow);
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
        return step().required("failure");
    }

    private static void assertSays(JsonNode failure, String signature, String... words) {
        assertThat(failure.required("signature").stringValue()).isEqualTo(signature);
        assertThat(failure.required("message").stringValue()).contains(words);
        assertThat(failure.required("advice").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void an_scf_that_numerics_mend_is_mended(Ill ill) throws Exception {
        CairnProcess.Ended run = run(workflow(ill, ill.settings(folder, ill.cutoff, "1e-6 eV", "3", "")));

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(step().required("corrections").valueStream())
                .singleElement()
                .extracting(correction -> correction.required("sentence").stringValue())
                .asString()
                .startsWith("The SCF of the structure did not converge: ")
                .endsWith("the SCF's iterations raised from 3 to 150 (numerics only)");
    }

    /// A criterion below what double precision can tell.
    @ParameterizedTest
    @EnumSource
    void an_scf_that_no_numerics_mend_fails_with_all_that_was_tried(Ill ill) throws Exception {
        String cheap = ill == Ill.CP2K ? "300 eV" : "6 Ry";

        JsonNode failure = failure(workflow(ill, ill.settings(folder, cheap, "1e-40 eV", "3", "")));

        assertSays(failure, ill.code + "/scf-not-converged", "Tried in vain: ", "raised from 3 to 150", "to 300");
        assertThat(failure.required("advice").stringValue())
                .contains("Other physics would help if it is a metal", "physics_corrections: allow");
        assertThat(step().required("corrections").size()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void a_value_that_the_code_does_not_take_is_named(Ill ill) throws Exception {
        String own = switch (ill) {
            case PW -> ", qe: {electrons: {diagonalization: nonsense}}";
            case CP2K -> ", cp2k: {force_eval: {dft: {scf: {mixing: {method: nonsense}}}}}";
        };

        JsonNode failure = failure(workflow(ill, ill.settings(folder, ill.cutoff, "1e-6 eV", "50", own)));

        assertSays(failure, ill.code + "/bad-value", "says: ");
        assertThat(failure.required("message").stringValue()).containsIgnoringCase("nonsense");
        assertThat(step().has("corrections")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_pseudopotential_that_was_cut_is_the_failure(Ill ill) throws Exception {
        JsonNode failure = switch (ill) {
            case PW -> {
                cut(folder.resolve("Si.UPF"), 20_000);
                yield failure(workflow(ill, usual(ill, folder)));
            }
            case CP2K -> {
                cairn = new CairnProcess(
                        folder, Map.of("CP2K_DATA_DIR", cutPotentials().toString()));
                yield failure(workflow(ill, usual(ill, folder)));
            }
        };

        switch (ill) {
            case PW -> assertSays(failure, "qe/unreadable-file", "Fortran runtime error: End of file");
            case CP2K -> assertSays(failure, "cp2k/bad-value", "GTH_POTENTIALS", "found end of the line");
        }
    }

    private static void cut(Path file, int bytes) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytes));
    }

    /// CP2K's data with a file of potentials that ends in the middle of that of hydrogen.
    private Path cutPotentials() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.copy(Path.of("/usr/share/cp2k/BASIS_MOLOPT"), data.resolve("BASIS_MOLOPT"));
        Path potentials = Files.copy(Path.of("/usr/share/cp2k/GTH_POTENTIALS"), data.resolve("GTH_POTENTIALS"));
        String text = Files.readString(potentials);
        int hydrogen = text.indexOf("\nH GTH-PBE");
        cut(potentials, text.indexOf("-4.17890044", hydrogen) + "-4.17890044".length());
        return data;
    }

    @ParameterizedTest
    @EnumSource
    void too_little_memory_is_said(Ill ill) throws Exception {
        limitMemory(ill);
        Path workflow = workflow(ill, ill.settings(folder, ill.greedyCutoff, "1e-6 eV", "50", ""));
        String edge = ill == Ill.CP2K ? "12.0" : ill.edge;
        Files.writeString(folder.resolve("it.xyz"), ill.structure(edge));

        JsonNode failure = failure(workflow);

        assertSays(failure, ill.code + "/out-of-memory", "Error allocating");
        assertThat(failure.required("advice").stringValue()).contains("memory");
    }

    /// A program of the same name before it on the PATH of jobs, which lets it have only so much.
    private void limitMemory(Ill ill) throws IOException {
        Path limited = Files.createDirectories(folder.resolve("bin")).resolve(ill.program);
        Files.writeString(limited, "#!/bin/sh\nulimit -v %d\nexec %s \"$@\"\n".formatted(ill.shortMemoryKb, real(ill)));
        assertThat(limited.toFile().setExecutable(true)).isTrue();
        Files.writeString(cluster, """
                name: here
                scheduler: local
                cores: 2
                prelude:
                  - export PATH="%s:$PATH"
                """.formatted(limited.getParent()));
    }

    private static Path real(Ill ill) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, ill.program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /// Another Python may have another version of the code.
    @Test
    void a_python_that_is_not_where_the_profile_says_is_the_failure_and_no_other_is_taken() throws Exception {
        Files.writeString(cluster, "name: here\nscheduler: local\nenvironment: {CAIRN_PYTHON: /no/python}\n");

        JsonNode failure = failure(workflow(Ill.PW, "{use: ase, ase: {calculator: emt}}"));

        assertSays(failure, "ase/not-installed", "/no/python: No such file or directory");
    }

    @ParameterizedTest
    @EnumSource
    void a_code_that_is_killed_is_started_again_in_the_same_job(Ill ill) throws Exception {
        Path workflow = workflow(ill, usual(ill, folder));
        double undisturbed = energy(workflow, folder.resolve("undisturbed"));
        Path attempt = folder.resolve("campaigns/ill/calculations/it/relax/attempt-1");

        Process engine = cairn.start("run", workflow.toString(), "--cluster", cluster.toString());
        await(() -> kill(attempt.resolve("engine-0")), engine);

        assertThat(engine.waitFor()).as(cairn.said()).isZero();
        assertThat(energy()).isCloseTo(undisturbed, within(1e-5));
        assertThat(attempt.resolveSibling("attempt-2")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void a_job_that_is_killed_goes_on_from_what_it_had_evaluated(Ill ill) throws Exception {
        Path workflow = workflow(ill, usual(ill, folder));
        double undisturbed = energy(workflow, folder.resolve("undisturbed"));
        Path attempt = folder.resolve("campaigns/ill/calculations/it/relax/attempt-1");
        Path log = attempt.resolve("evaluations.log");

        Process engine = cairn.start("run", workflow.toString(), "--cluster", cluster.toString());
        await(() -> Files.exists(log) && log.toFile().length() > 0, engine);
        kill(attempt);
        kill(attempt.resolve("engine-0"));

        assertThat(engine.waitFor()).as(cairn.said()).isZero();
        assertThat(energy()).isCloseTo(undisturbed, within(1e-5));
        assertThat(attempt.resolveSibling("attempt-2").resolve("evaluations.log"))
                .content()
                .startsWith(firstLine(log));
        assertThat(cairn.run("why", "it").out()).contains("a further attempt (infrastructure)");
    }

    private static String firstLine(Path log) throws IOException {
        return Files.readString(log).lines().findFirst().orElseThrow();
    }

    private double energy(Path workflow, Path campaign) throws Exception {
        CairnProcess.Ended run =
                cairn.run("run", workflow.toString(), "--cluster", cluster.toString(), "--dir", campaign.toString());
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        return energy(campaign);
    }

    private double energy() throws IOException {
        return energy(folder.resolve("campaigns/ill"));
    }

    private static double energy(Path campaign) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(campaign.resolve("results.json")))
                .at("/steps/it/result/energy_ev")
                .doubleValue();
    }

    /// As `kill -9` does to all that works in a folder; whether there was anything.
    private static boolean kill(Path directory) {
        List<ProcessHandle> there = Files.exists(directory)
                ? JobProcesses.of(directory)
                : Stream.<ProcessHandle>empty().toList();
        there.forEach(ProcessHandle::destroyForcibly);
        return !there.isEmpty();
    }

    private static void await(BooleanSupplier event, Process engine) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!event.getAsBoolean() && engine.isAlive() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }
}
