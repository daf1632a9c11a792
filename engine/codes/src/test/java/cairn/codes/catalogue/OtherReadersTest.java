package cairn.codes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import cairn.codes.output.Fixtures;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.cp2k.Cp2kReader;
import cairn.codes.output.espresso.PwTextReader;
import cairn.structure.Stress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares what we read with what ASE 3.22 (pw.x) and pymatgen 2022.11 (CP2K) read in the same files, step by step.
class OtherReadersTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path PACKAGES = Path.of("/usr/lib/python3/dist-packages");
    private static final Path CORPUS = Path.of(System.getProperty("cairn.root"), "../shared/corpus");
    private static final long LIMIT_SECONDS = 300;

    /// ASE reads pw.x with the constants of CODATA 2006, which differ from those of 2018 by 9e-8.
    private static final double CONSTANTS = 2e-7;

    /// How many outputs both read with at least one step, of the fixtures alone.
    private static final int LEAST = 22;

    @TempDir
    private Path folder;

    @Test
    void steps_are_those_that_ase_and_pymatgen_read() throws IOException, InterruptedException {
        assumeInstalled();
        List<Path> files = files();
        List<String> lines = theirs(files);

        assertThat(lines).hasSameSizeAs(files);
        int compared = 0;
        for (int at = 0; at < files.size(); at++) {
            JsonNode theirs = JsonMapper.shared().readTree(lines.get(at)).path("steps");
            if (!theirs.isEmpty()) {
                compare(files.get(at), ours(files.get(at)), theirs);
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(LEAST);
    }

    private static List<Step> ours(Path file) {
        List<Step> ours = new ArrayList<>();
        Outputs.of(file).orElseThrow().read(file, ours::add);
        return ours;
    }

    /// All outputs of pw.x and CP2K among the fixtures, and in the corpus where it is here. Of what a driver asked for
    /// through a socket ASE reads the first positions only.
    private static List<Path> files() throws IOException {
        List<Path> roots =
                Stream.of(Fixtures.root(), CORPUS).filter(Files::isDirectory).toList();
        List<Path> found = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(file -> file.toString().endsWith(".out") && !file.startsWith(CORPUS.resolve("ipi")))
                        .filter(OtherReadersTest::isOurs)
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isOurs(Path file) {
        return Outputs.of(file)
                .filter(reader -> reader instanceof PwTextReader || reader instanceof Cp2kReader)
                .isPresent();
    }

    private static void compare(Path file, List<Step> ours, JsonNode theirs) throws IOException {
        assertThat(theirs.size() - ours.size()).as(file.toString()).isBetween(0, mostEnergiesMore(file));
        int last = ours.size() - 1;
        for (int at = 0; at < last; at++) {
            compare(file + " step " + at, ours.get(at), theirs.get(at));
        }
        compare(file + " last step", ours.get(last), theirs.get(theirs.size() - 1));
    }

    /// CP2K computes the energy of the last positions of an optimization once more; pymatgen counts that as a step.
    private static int mostEnergiesMore(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains("Reevaluating energy at the minimum")
                ? 1
                : 0;
    }

    private static void compare(String what, Step ours, JsonNode theirs) {
        double energy = theirs.get("energy").doubleValue();
        assertThat(ours.energies().free()).as(what).isCloseTo(energy, within(CONSTANTS * Math.abs(energy)));
        if (theirs.has("forces") && ours.forces() instanceof SaidForces.Given(var forces)) {
            compare(what + ": forces", forces.toArray(), theirs.get("forces"), 1e-5);
        }
        if (theirs.has("stress") && ours.stress() instanceof Stress.Tensor t) {
            double[] stress = {t.xx(), t.yy(), t.zz(), t.yz(), t.xz(), t.xy()};
            compare(what + ": stress", stress, theirs.get("stress"), 1e-6);
        }
        if (theirs.has("positions") && ours.structure() instanceof SaidStructure.Given(var structure)) {
            compare(what + ": positions", structure.positions().toArray(), theirs.get("positions"), 5e-6);
        }
    }

    private static void compare(String what, double[] ours, JsonNode theirs, double tolerance) {
        assertThat(ours).as(what).hasSize(theirs.size());
        for (int at = 0; at < ours.length; at++) {
            assertThat(ours[at]).as(what).isCloseTo(theirs.get(at).doubleValue(), within(tolerance));
        }
    }

    private List<String> theirs(List<Path> files) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("cairn.root"), "engine/codes/src/test/python/outputs_by_others.py");
        Path answer = folder.resolve("answer");
        List<String> command = Stream.concat(
                        Stream.of(PYTHON.toString(), script.toString()),
                        files.stream().map(Path::toString))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(answer);
    }

    private static void assumeInstalled() {
        if (Files.isExecutable(PYTHON)
                && Files.exists(PACKAGES.resolve("ase"))
                && Files.exists(PACKAGES.resolve("pymatgen"))) {
            return;
        }
        String missing = "ASE or pymatgen is not here: install python3-ase and python3-pymatgen";
        assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
        abort(missing);
    }
}
