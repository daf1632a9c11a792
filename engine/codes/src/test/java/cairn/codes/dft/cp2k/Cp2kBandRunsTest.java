package cairn.codes.dft.cp2k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Installed;
import cairn.codes.output.Output;
import cairn.codes.output.Verdict;
import cairn.codes.output.cp2k.Cp2kReader;
import cairn.codes.task.Found;
import cairn.codes.task.Room;
import cairn.codes.task.Runs;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Structure;
import cairn.structure.band.RecordedForces;
import cairn.structure.band.RecordedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bands of the real CP2K: a proton goes from one helium atom to another, past a third one. All electrons are paired.
@Tag("slow")
class Cp2kBandRunsTest {
    private static final double FMAX = 0.03;
    private static final Pattern CONVERGED = Pattern.compile("SCF run converged in +(\\d+) steps");

    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        Installed.cp2k();
    }

    private static NativeRuns code() {
        return Codes.of("""
                {"use":"cp2k","functional":"PBE","cutoff_ev":2700.0,"relative_cutoff_ev":600.0,"charge":1,
                 "k_points":{"mesh":[1,1,1]},"smearing":"none","scf_convergence_ev":1e-5,"scf_iterations":50,
                 "basis":"DZVP-MOLOPT-SR-GTH"}""").orElseThrow().nativeRuns().orElseThrow();
    }

    /// The helium atoms are held.
    private static Structure proton(double x, double y) {
        BitSet held = new BitSet();
        held.set(0, 3);
        Element helium = Element.ofSymbol("He").orElseThrow();
        return new Structure(
                Cell.orthorhombic(6, 5, 4),
                List.of(helium, helium, helium, Element.ofSymbol("H").orElseThrow()),
                Positions.of(1.7, 1.5, 2, 4.3, 1.5, 2, 3.9, 3.5, 2, x, y, 2),
                Constraints.of(held));
    }

    private static Task.Band band(int maxIterations) {
        return new Task.Band(
                List.of(proton(2.5, 1.5), proton(3.05, 1.7), proton(3.5, 1.5)),
                Task.Climbing.HIGHEST,
                1,
                FMAX,
                maxIterations);
    }

    private static Verdict verdict(Path run) {
        Output output = new Cp2kReader().read(run.resolve("cp2k.out"), _ -> {});
        return output.verdict();
    }

    /// The energies of the images at each step of a run: from `cairn-1.ener`, in Hartree.
    private static List<List<Double>> energies(Path run) throws IOException {
        Path file = run.resolve("cairn-1.ener");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(line -> Stream.of(line.strip().split("\\s+"))
                                .skip(1)
                                .limit(3)
                                .map(Double::valueOf)
                                .toList())
                        .toList()
                : List.of();
    }

    /// Iterations of the first SCF of each image.
    private static List<Integer> firstIterations(Path run) throws IOException {
        List<Integer> found = new ArrayList<>();
        for (int image = 1; image <= 3; image++) {
            CONVERGED
                    .matcher(Files.readString(run.resolve("cairn-BAND" + image + ".out")))
                    .results()
                    .limit(1)
                    .forEach(scf -> found.add(Integer.parseInt(scf.group(1))));
        }
        return found;
    }

    private Path carried(Path from, String name) {
        assertThat(Runs.carry(code(), band(40), from, folder.resolve(name))).isTrue();
        return folder.resolve(name);
    }

    /// It is killed once its first step after the beginning is written.
    private void runAndKill(Start start, Path here) throws Exception {
        Process run = Runs.start(code(), band(40), start, Room.unlimited(1), here);
        while (!run.waitFor(20, TimeUnit.MILLISECONDS) && energies(here).size() < 2) {
            assertThat(run.isAlive()).isTrue();
        }
        run.destroyForcibly().waitFor();
    }

    @Test
    void a_band_settles_then_climbs_and_killed_on_the_way_it_loses_no_whole_step() throws Exception {
        Path settling = folder.resolve("settling");
        Reading settled = Runs.run(code(), band(40), settling);
        assertThat(settled).isInstanceOfSatisfying(Reading.Stopped.class, stopped -> {
            assertThat(stopped.why()).contains("settled");
            assertThat(stopped.reached().structures()).hasSize(3);
        });
        int steps = ((Reading.Stopped) settled).reached().steps();
        assertThat(verdict(settling)).isEqualTo(new Verdict.Complete());

        Path killed = carried(settling, "killed");
        runAndKill(new Start.Saved(steps), killed);
        Reading cut = code().read(band(40), new Start.Saved(steps), killed);
        assertThat(cut).isInstanceOf(Reading.Stopped.class);
        int reached = ((Reading.Stopped) cut).reached().steps();
        List<List<Double>> told = energies(killed);
        assertThat(reached).isGreaterThanOrEqualTo(steps + told.size() - 1);
        assertThat(firstIterations(killed)).hasSize(3).allMatch(iterations -> iterations <= 2);
        assertThat(code().saved(band(40), killed))
                .containsOnlyKeys(
                        "from.restart",
                        "cairn-BAND1-RESTART.wfn",
                        "cairn-BAND2-RESTART.wfn",
                        "cairn-BAND3-RESTART.wfn");

        Path onward = carried(killed, "onward");
        Reading end = Runs.run(code(), band(40), new Start.Saved(reached), Room.unlimited(1), onward);
        List<Double> first = energies(onward).getFirst();
        assertThat(told.subList(told.size() - 2, told.size()))
                .as("it begins with the last step, or the one before")
                .anySatisfy(step -> isTheSame(first, step));
        assertThat(end)
                .isInstanceOfSatisfying(Reading.Finished.class, done -> isAtTheSaddle((Found.Path) done.found()));
    }

    private static void isTheSame(List<Double> one, List<Double> other) {
        for (int image = 0; image < one.size(); image++) {
            assertThat(one.get(image)).isCloseTo(other.get(image), within(1e-7));
        }
    }

    private static void isAtTheSaddle(Found.Path path) {
        List<RecordedImage> images = path.band().images();
        assertThat(images).allSatisfy(image -> {
            assertThat(image.forces()).isInstanceOf(RecordedForces.True.class);
            assertThat(image.energy().free()).isPresent();
        });
        // On the saddle point no force is left in any direction.
        Forces forces = ((RecordedForces.True) images.get(1).forces()).forces();
        assertThat(forces.fmax(proton(0, 0).constraints())).isLessThan(FMAX);
        assertThat(path.iterations()).isGreaterThan(2);
    }

    @Test
    void a_band_whose_steps_are_used_up_is_not_at_rest() throws Exception {
        Reading reading = Runs.run(code(), band(1), folder);

        assertThat(verdict(folder)).isInstanceOf(Verdict.Unconverged.class);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.error().signature()).isEqualTo("cp2k/not-converged"));
        assertThat(code().saved(band(1), folder)).as("before it has settled").isEmpty();
    }

    /// CP2K looks for the file in its first SCF, and tells it in the output of an image only.
    @Test
    void a_band_that_is_asked_to_stop_is_not_at_rest_though_its_output_ends_well() throws Exception {
        Files.createFile(folder.resolve("EXIT"));

        Reading reading = Runs.run(code(), band(40), folder);

        assertThat(Files.readString(folder.resolve("cp2k.out")))
                .contains("PROGRAM ENDED AT")
                .doesNotContain("terminated by external request");
        assertThat(verdict(folder)).isInstanceOf(Verdict.OutOfTime.class);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Stopped.class,
                        stopped -> assertThat(stopped.reached().steps()).isZero());
    }
}
