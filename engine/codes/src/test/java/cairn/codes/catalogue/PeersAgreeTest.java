package cairn.codes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.dft.Installed;
import cairn.codes.output.Energies.Kind;
import cairn.codes.output.Output;
import cairn.codes.output.Output.Last;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.structure.Stress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// ASE and pymatgen as second readers of the same files: our fixtures, and those of `shared/corpus` where that folder
/// lies beside the project.
class PeersAgreeTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final List<String> KINDS =
            List.of("OUTCAR", "vasprun.xml", ".txt", ".extxyz", ".log", "log.lammps.0");

    /// Name, steps, energies (sigma -> 0, free), stress, forces of each file that a peer can read.
    private static final String PROGRAM = """
            import sys, warnings
            warnings.simplefilter("ignore")
            import ase.io
            def numbers(values):
                return " ".join(repr(float(x)) for x in values)
            def with_ase(name):
                kind = "gpaw-out" if name.endswith(".txt") else None
                frames = ase.io.read(name, ":", format=kind)
                last = frames[-1].calc.results
                yield "steps", str(len(frames))
                yield "energies", numbers(last[kind] for kind in ("energy", "free_energy") if kind in last)
                if "stress" in last:
                    yield "stress", numbers(last["stress"])
                if "forces" in last:
                    yield "forces", numbers(last["forces"].ravel())
            def with_pymatgen(name):
                if "log" in name.rsplit("/")[-1]:
                    from pymatgen.io.lammps.outputs import parse_lammps_log
                    rows = parse_lammps_log(name)[-1]
                    row = rows.iloc[-1]
                    yield "rounded", numbers([row["PotEng"] if "PotEng" in rows else row["E_pair"] + row["E_mol"]])
                from pymatgen.io.vasp.outputs import Outcar, Vasprun
                if name.endswith("OUTCAR"):
                    yield "energies", numbers([Outcar(name).final_energy])
                elif name.endswith(".xml"):
                    run = Vasprun(name, parse_dos=False, parse_eigen=False, parse_potcar_file=False)
                    yield "steps", str(run.nionic_steps)
                    yield "energies", numbers([run.final_energy])
                    yield "forces", numbers(x for row in run.ionic_steps[-1]["forces"] for x in row)
            for name in sys.argv[1:]:
                for peer in (with_ase, with_pymatgen):
                    try:
                        for what, values in list(peer(name)):
                            print(name, peer.__name__, what, values, sep="\\t")
                    except Exception as problem:
                        print(name, peer.__name__, "refused", type(problem).__name__, sep="\\t")
            """;

    @TempDir
    private Path folder;

    private record Told(Path file, String peer, String what, String values) {
        double[] numbers() {
            return Arrays.stream(values.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    @Test
    void what_peers_read_is_what_we_read() throws IOException, InterruptedException {
        Installed.python("ase", "python3-ase");
        Installed.python("pymatgen", "python3-pymatgen");
        List<Told> told = ask(files());
        Map<Path, List<Told>> byFile =
                told.stream().filter(one -> !one.what().equals("refused")).collect(Collectors.groupingBy(Told::file));
        assertThat(byFile).hasSizeGreaterThanOrEqualTo(4);
        byFile.forEach(PeersAgreeTest::compare);
    }

    private static void compare(Path file, List<Told> told) {
        Output output = Outputs.of(file).orElseThrow().read(file, _ -> {});
        if (output.last() instanceof Last.Of(Step step)) {
            told.forEach(one -> compare(one, output, step));
        }
    }

    private static void compare(Told told, Output output, Step step) {
        String what = told.peer() + " on " + told.what() + " of " + told.file();
        switch (told.what()) {
            case "steps" -> assertThat(output.steps()).as(what).isEqualTo(Integer.parseInt(told.values()));
            case "energies" -> energies(what, told.numbers(), step);
            // The table of a log has eight digits, and we take the energy of a minimization from below it.
            case "rounded" ->
                assertThat(step.energies().free())
                        .as(what)
                        .isCloseTo(told.numbers()[0], within(1e-7 * Math.abs(told.numbers()[0])));
            case "stress" -> stress(what, told.numbers(), step.stress());
            case "forces" -> forces(what, told.numbers(), step.forces());
            default -> throw new AssertionError(what);
        }
    }

    private static void energies(String what, double[] numbers, Step step) {
        double free = step.energies().free();
        assertThat(numbers[0])
                .as(what)
                .isCloseTo(step.energies().of(Kind.SIGMA_ZERO).orElse(free), within(1e-7));
        if (numbers.length == 2) {
            assertThat(numbers[1]).as(what).isCloseTo(free, within(1e-7));
        }
    }

    private static void stress(String what, double[] numbers, Stress stress) {
        assertThat(stress).as(what).isInstanceOfSatisfying(Stress.Tensor.class, s -> {
            double[] ours = {s.xx(), s.yy(), s.zz(), s.yz(), s.xz(), s.xy()};
            assertThat(ours).as(what).containsExactly(numbers, within(1e-7));
        });
    }

    private static void forces(String what, double[] numbers, SaidForces forces) {
        assertThat(forces)
                .as(what)
                .isInstanceOfSatisfying(
                        SaidForces.Given.class,
                        given -> assertThat(given.forces().toArray()).as(what).containsExactly(numbers, within(1e-9)));
    }

    private static List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>(under(Path.of("src/test/resources/cairn/codes/output")));
        Path corpus = Path.of("../../../shared/corpus");
        if (Files.isDirectory(corpus)) {
            found.addAll(under(corpus));
        }
        return found;
    }

    private static List<Path> under(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> KINDS.stream().anyMatch(file.toString()::endsWith))
                    .filter(file -> Outputs.of(file).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private List<Told> ask(List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON, "-c", PROGRAM));
        files.forEach(file -> command.add(file.toString()));
        Path answer = folder.resolve("answer");
        Process process = new ProcessBuilder(command)
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllLines(answer, StandardCharsets.UTF_8).stream()
                .map(line -> line.split("\t"))
                .map(words -> new Told(Path.of(words[0]), words[1], words[2], words[3]))
                .toList();
    }
}
