package cairn.codes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import cairn.codes.output.Fixtures;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidStructure;
import cairn.structure.Stress;
import java.io.IOException;
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
    private static final long LIMIT_SECONDS = 300;

    /// ASE reads pw.x with the constants of CODATA 2006, which differ from those of 2018 by 9e-8.
    private static final double CONSTANTS = 2e-7;

    private static final List<String> FILES = List.of(
            "espresso/scf.out",
            "espresso/relax.out",
            "espresso/vcrelax.out",
            "espresso/md.out",
            "espresso/lsda.out",
            "espresso/noncol.out",
            "espresso/charged.out",
            "espresso/d3.out",
            "espresso/relax_notconv.out",
            "cp2k/ef.out",
            "cp2k/ok.out",
            "cp2k/md.out",
            "cp2k/uks.out",
            "cp2k/geo_ok.out",
            "cp2k/geomax.out",
            "cp2k/scf_notconv.out",
            "cp2k/si8li.out");

    @TempDir
    private Path folder;

    @Test
    void steps_are_those_that_ase_and_pymatgen_read() throws IOException, InterruptedException {
        assumeInstalled();
        List<String> lines = theirs();

        assertThat(lines).hasSameSizeAs(FILES);
        for (int at = 0; at < FILES.size(); at++) {
            String name = FILES.get(at);
            Path file = Fixtures.file(name);
            List<Step> ours = new ArrayList<>();
            Outputs.of(file).orElseThrow().read(file, ours::add);
            compare(name, ours, JsonMapper.shared().readTree(lines.get(at)).get("steps"));
        }
    }

    /// CP2K computes the energy of the last positions of an optimization once more; pymatgen counts that as a step.
    private static void compare(String name, List<Step> ours, JsonNode theirs) {
        int last = ours.size() - 1;
        for (int at = 0; at < last; at++) {
            compare(name + " step " + at, ours.get(at), theirs.get(at));
        }
        assertThat(theirs.size() - ours.size()).as(name).isBetween(0, name.startsWith("cp2k/geo") ? 1 : 0);
        compare(name + " last step", ours.get(last), theirs.get(theirs.size() - 1));
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

    private List<String> theirs() throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("cairn.root"), "engine/codes/src/test/python/outputs_by_others.py");
        Path answer = folder.resolve("answer");
        List<String> command = Stream.concat(
                        Stream.of(PYTHON.toString(), script.toString()),
                        FILES.stream().map(name -> Fixtures.file(name).toString()))
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
