package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import cairn.cluster.real.RealSlurm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The workflows with real codes, each in jobs of a real Slurm, from the command line to the numbers that the code
/// itself printed: its energy to the last digit, its forces as ASE reads them in the same files.
@Tag("slurm")
@ResourceLock(RealSlurm.LOCK)
class DftCampaignTest {
    private static final String FORCES = """
            import sys, ase.io
            print(*ase.io.read(sys.argv[1], format=sys.argv[2], index=-1).get_forces().flatten())
            """;

    /// ASE has no reader of CP2K's output. Hartree/Bohr.
    private static final String FORCES_BY_PYMATGEN = """
            import sys, numpy
            from pymatgen.io.cp2k.outputs import Cp2kOutput
            output = Cp2kOutput(sys.argv[1], auto_load=False)
            output.parse_forces()
            print(*numpy.array(output.data['forces'][-1]).flatten())
            """;

    /// EMT writes no file: ASE computes once more.
    private static final String FORCES_OF_EMT = """
            import sys, ase.io
            from ase.calculators.emt import EMT
            atoms = ase.io.read(sys.argv[1])
            atoms.calc = EMT()
            print(*atoms.get_forces().flatten())
            """;

    @TempDir
    private Path folder;

    private CairnProcess cairn;

    private Ledger ledger;

    private String cluster;

    @BeforeEach
    void a_cluster() throws IOException {
        cairn = new CairnProcess(
                folder, Map.of("SLURM_CONF", RealSlurm.up().slurmConf().toString()));
        ledger = new Ledger(folder.resolve("ledger"));
        cluster = ProfileWithLedger.SLURM.write(folder, ledger).toString();
    }

    /// The result of a step after the workflow of that name has run.
    private JsonNode results(String workflow) throws Exception {
        CairnProcess.Ended run = cairn.run(
                "run",
                CairnProcess.ROOT
                        .resolve("workflows/" + workflow + "/workflow.yaml")
                        .toString(),
                "--cluster",
                cluster);
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        JsonNode steps = json("campaigns/" + workflow + "/results.json").required("steps");
        // One job for each step, and none twice.
        assertThat(ledger.tokens()).hasSize(steps.size()).doesNotHaveDuplicates();
        return steps;
    }

    private JsonNode json(String file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(file)));
    }

    /// The forces of the step `single`, eV/Angstrom.
    private double[] forces(String workflow) throws IOException {
        JsonNode result = json("campaigns/" + workflow + "/calculations/single/energy/attempt-1/result.json");
        return result.at("/evaluation/forces_ev_per_ang")
                .valueStream()
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private double[] readByAse(String file, String format) throws IOException, InterruptedException {
        return python(FORCES, folder.resolve("campaigns/" + file).toString(), format);
    }

    private static double[] python(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-W", "ignore", "-c", script));
        command.addAll(List.of(arguments));
        Process python = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        return Arrays.stream(text.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double energy(JsonNode steps, String step) {
        return steps.required(step).required("result").required("energy_ev").doubleValue();
    }

    /// The last number behind a label in a file that the code wrote in the job of a step.
    private double printed(String workflow, String job, String file, String label) throws IOException {
        Path text = folder.resolve("campaigns/" + workflow + "/calculations/" + job + "/attempt-1/engine-0/" + file);
        List<String> lines = Files.readString(text, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.strip().startsWith(label))
                .toList();
        return Double.parseDouble(
                lines.getLast().strip().substring(label.length()).replaceAll("[^-+.0-9eE]", ""));
    }

    @Test
    void silicon_with_pw() throws Exception {
        Needs.programs("pw.x", "cp2k.psmp");
        JsonNode steps = results("si2-pw");

        assertThat(energy(steps, "single") / 13.605693122994)
                .isCloseTo(
                        printed("si2-pw", "single/energy", "screen", "!    total energy              ="),
                        within(0.51e-8));
        assertThat(forces("si2-pw"))
                .containsExactly(
                        readByAse("si2-pw/calculations/single/energy/attempt-1/engine-0/screen", "espresso-out"),
                        within(3e-7));
        assertThat(energy(steps, "relaxed")).isLessThan(energy(steps, "single"));
    }

    @Test
    void silicon_with_gpaw() throws Exception {
        Needs.programs("gpaw");
        JsonNode steps = results("si2-gpaw");

        assertThat(energy(steps, "single"))
                .isCloseTo(printed("si2-gpaw", "single/energy", "gpaw.txt", "Free energy:"), within(0.51e-6));
        assertThat(forces("si2-gpaw"))
                .containsExactly(
                        readByAse("si2-gpaw/calculations/single/energy/attempt-1/engine-0/gpaw.txt", "gpaw-out"),
                        within(0.51e-5));
        assertThat(energy(steps, "relaxed")).isLessThan(energy(steps, "single"));
    }

    @Test
    void silicon_with_cp2k() throws Exception {
        Needs.programs("cp2k.psmp");
        JsonNode steps = results("si8-cp2k");

        assertThat(energy(steps, "single") / 27.2113838565563)
                .isCloseTo(
                        printed(
                                "si8-cp2k",
                                "single/energy",
                                "screen",
                                "ENERGY| Total FORCE_EVAL ( QS ) energy [a.u.]:"),
                        within(1e-12));
        Path screen = folder.resolve("campaigns/si8-cp2k/calculations/single/energy/attempt-1/engine-0/screen");
        double[] expected = Arrays.stream(python(FORCES_BY_PYMATGEN, screen.toString()))
                .map(force -> force * 27.2113838565563 / 0.529177208590)
                .toArray();
        assertThat(forces("si8-cp2k")).containsExactly(expected, within(3e-7));
    }

    @Test
    void silicon_with_lammps_and_a_model_of_openkim() throws Exception {
        Needs.programs("lmp");
        JsonNode steps = results("si8-kim");
        Path job = folder.resolve("campaigns/si8-kim/calculations/relaxed/relax/attempt-1/run-1");
        List<String> log = Files.readAllLines(job.resolve("log.lammps"));
        int last = log.lastIndexOf("  Energy initial, next-to-last, final = ");

        assertThat(energy(steps, "relaxed"))
                .isCloseTo(Double.parseDouble(log.get(last + 1).strip().split("\\s+")[2]), within(0.51e-13));
        double[] forces =
                readByAse("si8-kim/calculations/relaxed/relax/attempt-1/run-1/final.dump", "lammps-dump-text");
        assertThat(steps.at("/relaxed/result/fmax_ev_per_ang").doubleValue()).isCloseTo(largest(forces), within(1e-12));
        assertThat(energy(steps, "relaxed")).isLessThan(energy(steps, "single"));
    }

    private static double largest(double[] forces) {
        double largest = 0;
        for (int atom = 0; atom < forces.length; atom += 3) {
            largest = Math.max(largest, Math.hypot(Math.hypot(forces[atom], forces[atom + 1]), forces[atom + 2]));
        }
        return largest;
    }

    @Test
    void copper_with_a_calculator_of_ase() throws Exception {
        Needs.programs("gpaw"); // It brings ASE.
        JsonNode steps = results("cu4-emt");

        assertThat(energy(steps, "single"))
                .isCloseTo(printed("cu4-emt", "single/energy", "screen", "cairn: energy_ev"), within(1e-11));
        String copper = CairnProcess.ROOT
                .resolve("workflows/cu4-emt/structures/Cu4.vasp")
                .toString();
        assertThat(forces("cu4-emt")).containsExactly(python(FORCES_OF_EMT, copper), within(1e-12));
        assertThat(energy(steps, "relaxed")).isLessThan(energy(steps, "single"));
    }
}
