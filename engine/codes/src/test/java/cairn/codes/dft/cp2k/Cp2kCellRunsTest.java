package cairn.codes.dft.cp2k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.Installed;
import cairn.codes.output.RunStep;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Found;
import cairn.codes.task.Room;
import cairn.codes.task.Runs;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs of the real CP2K in which the cell moves: CELL_OPT of silicon with k-points, NPT of a molecule of hydrogen.
@Tag("slow")
class Cp2kCellRunsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        Installed.cp2k();
    }

    private static NativeRuns code(double cutoffEv, int points, String basis) {
        return Codes.of("""
                {"use":"cp2k","functional":"PBE","cutoff_ev":%f,"relative_cutoff_ev":410.0,
                 "k_points":{"mesh":[%d,%d,%d]},"smearing":"none","scf_convergence_ev":1e-5,"scf_iterations":50,
                 "basis":"%s-MOLOPT-SR-GTH"}""".formatted(cutoffEv, points, points, points, basis))
                .orElseThrow()
                .nativeRuns()
                .orElseThrow();
    }

    private static Found.Point point(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Finished.class);
        return (Found.Point) ((Reading.Finished) reading).found();
    }

    /// Tension is the slope of the energy over the volume.
    @Test
    void a_free_cell_comes_to_rest_where_the_equation_of_state_has_its_minimum() throws Exception {
        NativeRuns silicon = code(820, 2, "SZV");
        Task.Relax task = new Task.Relax(Crystals.silicon(5.65, 0), Task.CellMotion.FREE, 0.05, 2e-3, 50);

        Found.Point relaxed = point(Runs.run(silicon, task, folder.resolve("relaxed")));

        assertThat(RunStep.meets(task, relaxed.evaluation())).isTrue();
        assertThat(nearest(relaxed.structure())).isCloseTo(Math.sqrt(3) / 4 * cubic(relaxed), within(0.01));
        double swollen = energy(silicon, scaled(relaxed.structure(), 1.01));
        double shrunk = energy(silicon, scaled(relaxed.structure(), 0.99));
        double volume = relaxed.structure().cell().volume();
        double slope = (swollen - shrunk) / (volume * (Math.pow(1.01, 3) - Math.pow(0.99, 3)));
        assertThat(slope).isCloseTo(tension(relaxed), within(5e-4));
        assertThat(relaxed.evaluation().energyEv()).isLessThan(Math.min(swollen, shrunk));
    }

    private static double cubic(Found.Point silicon) {
        return Math.cbrt(4 * silicon.structure().cell().volume());
    }

    /// The shortest distance of the two atoms, across the borders of the cell too.
    private static double nearest(Structure two) {
        Structure many = two.supercell(2, 2, 2);
        return IntStream.range(1, many.count())
                .mapToDouble(atom -> many.distance(0, atom))
                .min()
                .orElseThrow();
    }

    private static Structure scaled(Structure structure, double factor) {
        double[] rows = Arrays.stream(structure.cell().toArray())
                .map(component -> factor * component)
                .toArray();
        double[] places = Arrays.stream(structure.positions().toArray())
                .map(component -> factor * component)
                .toArray();
        return structure.withCell(Cell.of(rows), Positions.of(places));
    }

    private double energy(NativeRuns code, Structure structure) throws Exception {
        Path run = Files.createTempDirectory(folder, "energy");
        return point(Runs.run(code, new Task.Energy(structure), run))
                .evaluation()
                .energyEv();
    }

    private static double tension(Found.Point point) {
        assertThat(point.evaluation().stress()).isInstanceOf(Stress.Tensor.class);
        Stress.Tensor stress = (Stress.Tensor) point.evaluation().stress();
        return (stress.xx() + stress.yy() + stress.zz()) / 3;
    }

    @Test
    void dynamics_under_pressure_move_the_cell_and_go_on_in_it() throws Exception {
        NativeRuns hydrogen = code(2000, 1, "DZVP");
        Path first = folder.resolve("first");
        Task.Dynamics begun = underPressure(3);
        point(Runs.run(hydrogen, begun, first));
        Task.Dynamics whole = underPressure(6);
        Path onward = folder.resolve("onward");
        assertThat(Runs.carry(hydrogen, whole, first, onward)).isTrue();

        Start saved = new Start.Saved(3);
        Found.Point end = point(Runs.run(hydrogen, whole, saved, Room.unlimited(1), onward));

        assertThat(end.steps()).isEqualTo(6);
        List<double[]> cells = rows(onward.resolve("cairn-1.cell"));
        assertThat(end.structure().cell().toArray())
                .containsExactly(Arrays.copyOfRange(cells.getLast(), 2, 11), within(1e-9));
        assertThat(end.structure().cell().volume()).isNotCloseTo(64, within(1e-3));
        double before = rows(first.resolve("cairn-1.cell")).getLast()[11];
        assertThat(cells.getFirst()[11])
                .as("goes on in the cell of the third step")
                .isCloseTo(before, within(0.1));
        isAsCp2kTells(hydrogen.samples(whole, saved, onward), onward);
    }

    /// At 5 GPa, which a box of vacuum gives way to.
    private static Task.Dynamics underPressure(int steps) {
        Structure molecule = Structure.free(
                Cell.orthorhombic(4, 4, 4),
                Collections.nCopies(2, Element.ofSymbol("H").orElseThrow()),
                Positions.of(1.5, 2, 2, 2.25, 2, 2));
        return new Task.Dynamics(molecule, new Ensemble.AtPressure(300, 0.0312), 0.5, steps, 7);
    }

    /// `cairn-1.ener` has step, time, kinetic energy, temperature (K) and potential energy (Hartree) of each step.
    private static void isAsCp2kTells(List<Sample> samples, Path run) throws IOException {
        List<double[]> told = rows(run.resolve("cairn-1.ener"));
        assertThat(samples).extracting(Sample::step).containsExactly(4, 5, 6);
        for (Sample sample : samples) {
            double[] row = told.stream()
                    .filter(one -> one[0] == sample.step())
                    .findFirst()
                    .orElseThrow();
            assertThat(sample.temperatureK()).isCloseTo(row[3], within(1e-3));
            assertThat(sample.potentialEv()).isCloseTo(Units.EV_PER_HARTREE * row[4], within(1e-5));
            assertThat(sample.pressure()).isFinite();
        }
    }

    private static List<double[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arrays.stream(line.strip().split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
