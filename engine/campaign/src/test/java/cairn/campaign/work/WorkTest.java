package cairn.campaign.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.campaign.work.files.ProgressFile;
import cairn.campaign.work.files.ResultFile;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.json.Json;
import cairn.campaign.work.json.StructureJson;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.WorkOrder;
import cairn.campaign.work.order.WorkOrderJson;
import cairn.neb.NebSettings;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Cell;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Li from one tetrahedral site of silicon to the next, through the hexagonal one, with the real LAMMPS.
class WorkTest {
    private static final String CODE = "lammps";
    private static final RelaxSettings RELAX = new RelaxSettings(false, 0.01, 1, 200);
    private static final NebSettings NEB = new NebSettings(
            5, 0.01, 0.1, NebSettings.Start.IDPP, NebSettings.Climbing.FROM_START, NebSettings.Optimizer.ODE, 200);

    private static final SearchChoice PLAIN = new SearchChoice.Plain();

    @TempDir
    private static Path folder;

    private static WorkOrder.Band band;
    private static ObjectNode undisturbed;

    @BeforeAll
    static void search_the_band_once_undisturbed() throws Exception {
        Silicon.needsLammps();
        band = new WorkOrder.Band(CODE, relaxed("from", 0.5), relaxed("to", 0.75), NEB, PLAIN, List.of());
        undisturbed = run("undisturbed", band, 2);
    }

    private static WorkOrder.Endpoint relaxed(String name, double at) throws IOException {
        ObjectNode result = run(name, new WorkOrder.Relax(CODE, Silicon.withLithiumAt(at), RELAX), 1);
        return new WorkOrder.Endpoint(
                StructureJson.read(result.required("structure")), EvaluationJson.read(result.required("evaluation")));
    }

    @Test
    void the_barrier_is_that_of_the_hexagonal_site_and_the_profile_is_symmetric() {
        double forward = undisturbed.required("barrier_forward_ev").doubleValue();
        assertThat(forward).isCloseTo(0.5537, within(1e-3));
        assertThat(undisturbed.required("barrier_reverse_ev").doubleValue()).isCloseTo(forward, within(1e-4));
        double[] energies = Json.doubles(undisturbed.required("profile").required("energies_ev"));
        for (int image = 0; image < energies.length; image++) {
            assertThat(energies[image]).isCloseTo(energies[energies.length - 1 - image], within(1e-3));
        }
        assertThat(undisturbed.required("code_version").stringValue()).matches("LAMMPS \\d+ [A-Z][a-z]{2} \\d{4}.*");
        assertThat(undisturbed.required("converged").stringValue()).isEqualTo("SADDLE");
        assertThat(undisturbed.required("fmax_ev_per_ang").doubleValue()).isLessThan(NEB.fmax());
        assertThat(undisturbed.required("force_evaluations").intValue())
                .isEqualTo(5 * undisturbed.required("rounds").intValue());
        assertThat(undisturbed.required("search").stringValue()).isEqualTo("plain");
    }

    @Test
    void a_band_tells_what_it_knows_while_it_runs() throws Exception {
        Path directory = prepared("telling", band);
        Process child = started(directory);
        enginesAfter(4, child);
        ObjectNode progress = ProgressFile.read(directory).orElseThrow();
        child.destroyForcibly().waitFor();
        int rounds = progress.required("rounds").intValue();
        assertThat(rounds).isGreaterThanOrEqualTo(4);
        assertThat(progress.required("force_evaluations").intValue()).isEqualTo(5 * rounds);
        assertThat(progress.required("barrier_forward_ev").doubleValue()).isBetween(0.5, 0.7);
        assertThat(progress.has("barrier_uncertainty_ev"))
                .as("a plain band does not know how far off it is")
                .isFalse();
    }

    @Test
    void one_core_gives_the_same_bytes_as_two() throws Exception {
        run("one-core", band, 1);
        assertThat(folder.resolve("one-core/result.json"))
                .hasSameBinaryContentAs(folder.resolve("undisturbed/result.json"));
    }

    @Test
    void a_killed_band_goes_on_from_its_last_evaluation_to_the_same_bytes() throws Exception {
        Path killed = prepared("killed", band);
        killAfter(4, killed);
        assertThat(killed.resolve(WorkOrder.RESULT)).doesNotExist();
        List<String> carried = Files.readAllLines(killed.resolve(WorkOrder.EVALUATIONS));
        assertThat(carried).hasSizeGreaterThanOrEqualTo(4 * 5);

        Path next = prepared("next", band);
        Files.copy(killed.resolve(WorkOrder.EVALUATIONS), next.resolve(WorkOrder.EVALUATIONS));
        Work.run(next, 2);

        assertThat(next.resolve(WorkOrder.RESULT)).hasSameBinaryContentAs(folder.resolve("undisturbed/result.json"));
        List<String> all = Files.readAllLines(next.resolve(WorkOrder.EVALUATIONS));
        assertThat(all).startsWith(carried.subList(0, 4 * 5).toArray(String[]::new));
        assertThat(new HashSet<>(all)).as("nothing computed twice").hasSameSizeAs(all);
        assertThat(all).hasSize(undisturbed.required("force_evaluations").intValue());
    }

    @Test
    void a_band_whose_engines_are_killed_goes_on_with_others_to_the_same_bytes() throws Exception {
        Path directory = prepared("engines-killed", band);
        Process child = started(directory);
        enginesAfter(4, child).forEach(ProcessHandle::destroyForcibly);
        child.outputWriter().close();
        child.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(child.waitFor()).isZero();
        assertThat(directory.resolve(WorkOrder.RESULT))
                .hasSameBinaryContentAs(folder.resolve("undisturbed/result.json"));
    }

    @Test
    void work_whose_engines_are_killed_again_and_again_is_incomplete_and_keeps_what_it_has() throws Exception {
        Path directory = prepared("no-engine-lives", band);
        Process child = started(directory);
        enginesAfter(4, child).forEach(ProcessHandle::destroyForcibly);
        child.outputWriter().close();
        while (child.isAlive()) {
            workers(child).forEach(ProcessHandle::destroyForcibly);
        }
        assertThat(child.exitValue()).isZero();
        assertThat(ResultFile.read(directory).orElseThrow().properties())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.getKey()).isEqualTo("incomplete");
                    assertThat(entry.getValue().stringValue()).startsWith("LAMMPS was killed by signal 9");
                });
        assertThat(Files.readAllLines(directory.resolve(WorkOrder.EVALUATIONS))).hasSizeGreaterThanOrEqualTo(4 * 5);
    }

    /// Those that have become one: a process that Java is still about to start looks like its parent.
    private static Stream<ProcessHandle> workers(Process child) {
        return child.descendants().filter(process -> isLammps(commandLine(process)));
    }

    private static boolean isLammps(String command) {
        return command.contains("cairn.codes.lammps.worker.Worker") || command.startsWith("lmp\0");
    }

    /// All of it, of which Java would give the first page.
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException _) {
            return "";
        }
    }

    @Test
    void work_that_is_done_already_is_done_again_without_the_code() throws Exception {
        Path again = prepared("again", band);
        Files.copy(folder.resolve("undisturbed").resolve(WorkOrder.EVALUATIONS), again.resolve("evaluations.log"));
        Work.run(again, 2);
        assertThat(again.resolve("engine-0")).doesNotExist();
        assertThat(again.resolve("result.json")).hasSameBinaryContentAs(folder.resolve("undisturbed/result.json"));
    }

    @Test
    void the_built_in_potential_finds_the_same_barrier_from_wherever_it_goes_on() throws Exception {
        WorkOrder.Band builtIn = new WorkOrder.Band("builtin/meam-lisi", band.from(), band.to(), NEB, PLAIN, List.of());
        ObjectNode result = run("built-in", builtIn, 2);
        assertThat(result.required("barrier_forward_ev").doubleValue()).isCloseTo(0.5537, within(1e-3));
        byte[] evaluations = Files.readAllBytes(folder.resolve("built-in/evaluations.log"));
        for (int tenth = 1; tenth < 10; tenth++) {
            Path cut = prepared("built-in-" + tenth, builtIn);
            Files.write(
                    cut.resolve(WorkOrder.EVALUATIONS), Arrays.copyOf(evaluations, evaluations.length / 10 * tenth));
            Work.run(cut, 2);
            assertThat(cut.resolve(WorkOrder.RESULT)).hasSameBinaryContentAs(folder.resolve("built-in/result.json"));
        }
    }

    @Test
    void an_energy_is_one_evaluation() throws Exception {
        ObjectNode result = run("energy", new WorkOrder.Energy(CODE, Silicon.withLithiumAt(0.5)), 4);
        assertThat(result.required("force_evaluations").intValue()).isEqualTo(1);
        assertThat(result.required("evaluation").required("energy_ev").doubleValue())
                .isCloseTo(-294.912, within(1e-2));
    }

    @Test
    void a_relaxation_that_may_not_take_enough_steps_fails_in_words() throws Exception {
        RelaxSettings hasty = new RelaxSettings(false, 1e-6, 1, 2);
        ObjectNode result = run("hasty", new WorkOrder.Relax(CODE, Silicon.withLithiumAt(0.6), hasty), 1);
        assertThat(result.required("error").required("signature").stringValue()).isEqualTo("relax/not-converged");
        assertThat(result.required("error").required("message").stringValue()).contains("After 2 steps");
    }

    @Test
    void what_the_code_says_of_its_failure_is_the_result() throws Exception {
        Structure titanium =
                Structure.free(Cell.orthorhombic(9, 9, 9), List.of(Silicon.element("Ti")), Positions.of(0, 0, 0));
        ObjectNode result = run("titanium", new WorkOrder.Energy(CODE, titanium), 1);
        assertThat(result.required("error").required("signature").stringValue()).isEqualTo("lammps/unknown-species");
    }

    @Test
    void a_code_that_nobody_knows_is_the_result() throws Exception {
        ObjectNode result = run("unknown", new WorkOrder.Energy("lamps", Silicon.withLithiumAt(0.5)), 1);
        assertThat(result.required("error").required("message").stringValue()).contains("lamps", CODE);
    }

    private static ObjectNode run(String name, WorkOrder order, int cores) throws IOException {
        Path directory = prepared(name, order);
        Work.run(directory, cores);
        return ResultFile.read(directory).orElseThrow();
    }

    private static Path prepared(String name, WorkOrder order) throws IOException {
        Path directory = Files.createDirectory(folder.resolve(name));
        Files.writeString(directory.resolve(WorkOrder.FILE), WorkOrderJson.write(order));
        return directory;
    }

    /// Runs the work in a JVM of its own and kills it, as `kill -9` does, when it has told of so many rounds. Its
    /// engines do not outlive it.
    private static void killAfter(int rounds, Path directory) throws IOException, InterruptedException {
        Process child = started(directory);
        List<ProcessHandle> engines = enginesAfter(rounds, child);
        child.destroyForcibly().waitFor();
        engines.forEach(
                engine -> engine.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    private static Process started(Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
    }

    /// The child waits after each line that it tells, and so stands still when this returns.
    private static List<ProcessHandle> enginesAfter(int rounds, Process child) throws IOException {
        // Not closed: the child may go on writing to it.
        BufferedReader output = child.inputReader(StandardCharsets.UTF_8);
        BufferedWriter answers = child.outputWriter();
        for (int told = output.readLine().startsWith("round") ? 1 : 0; told < rounds; ) {
            answers.append('\n').flush();
            told += output.readLine().startsWith("round") ? 1 : 0;
        }
        List<ProcessHandle> engines = child.descendants().toList();
        assertThat(engines).hasSizeGreaterThanOrEqualTo(2);
        return engines;
    }

    /// The main of the JVM that is killed: after each line that it tells it waits for an answer, or for the end of
    /// answers.
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            System.setOut(new PrintStream(waiting(System.out), true, StandardCharsets.UTF_8));
            Work.run(Path.of(arguments[0]), 2);
        }

        private static OutputStream waiting(OutputStream output) {
            return new OutputStream() {
                @Override
                public void write(int character) throws IOException {
                    output.write(character);
                    if (character == '\n') {
                        output.flush();
                        System.in.read();
                    }
                }
            };
        }
    }
}
