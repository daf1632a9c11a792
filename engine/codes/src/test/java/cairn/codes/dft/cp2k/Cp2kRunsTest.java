package cairn.codes.dft.cp2k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Installed;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the real CP2K, with a molecule of hydrogen.
@Tag("slow")
class Cp2kRunsTest {
    private static final Structure HYDROGEN = hydrogen(1.0);
    private static final Pattern CONVERGED = Pattern.compile("SCF run converged in +(\\d+) steps");

    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        Installed.cp2k();
    }

    private static Structure hydrogen(double length) {
        return Structure.free(
                Cell.orthorhombic(4, 4, 4),
                Collections.nCopies(2, Element.ofSymbol("H").orElseThrow()),
                Positions.of(1.5, 2, 2, 1.5 + length, 2, 2));
    }

    private static NativeRuns code() {
        return Codes.of("""
                {"use":"cp2k","functional":"PBE","cutoff_ev":2000.0,"relative_cutoff_ev":500.0,
                 "k_points":{"mesh":[1,1,1]},"smearing":"none","scf_convergence_ev":1e-5,"scf_iterations":50,
                 "basis":"DZVP-MOLOPT-SR-GTH"}""").orElseThrow().nativeRuns().orElseThrow();
    }

    private static Task.Relax relax(Structure structure) {
        return new Task.Relax(structure, Task.CellMotion.FIXED, 0.02, 1, 50);
    }

    private static Found.Point point(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Finished.class);
        return (Found.Point) ((Reading.Finished) reading).found();
    }

    @Test
    void an_energy_comes_with_forces_and_stress() throws Exception {
        Found.Point alone = point(Runs.run(code(), new Task.Energy(HYDROGEN), folder));

        assertThat(alone.structure()).isEqualTo(HYDROGEN);
        assertThat(alone.evaluation().forces().x(0)).isPositive();
        assertThat(alone.evaluation().stress()).isInstanceOf(Stress.Tensor.class);
        assertThat(alone.codeVersion()).startsWith("CP2K 2023.");
    }

    /// PBE's bond of H2 is 0.750 Angstrom; the box and the basis here are small.
    @Test
    void a_stretched_molecule_relaxes_to_its_bond_and_goes_on_from_where_it_was_stopped() throws Exception {
        Found.Point relaxed = point(Runs.run(code(), relax(HYDROGEN), folder));

        assertThat(relaxed.structure().distance(0, 1)).isCloseTo(0.75, within(0.03));
        assertThat(relaxed.evaluation().forces().fmax()).isLessThanOrEqualTo(0.02);
        assertThat(relaxed.structure().cell()).isEqualTo(HYDROGEN.cell());

        Path onward = folder.resolve("onward");
        assertThat(Runs.carry(code(), relax(HYDROGEN), folder, onward)).isTrue();
        Start saved = new Start.Saved(relaxed.steps());
        Found.Point again = point(Runs.run(code(), relax(HYDROGEN), saved, Room.unlimited(1), onward));
        assertThat(again.evaluation().energyEv()).isCloseTo(relaxed.evaluation().energyEv(), within(1e-3));
        assertThat(again.steps()).isBetween(relaxed.steps(), relaxed.steps() + 2);
        assertThat(code().saved(relax(HYDROGEN), onward))
                .as("a run that has itself gone on")
                .containsKeys("from.restart", "from.Hessian", "cairn-RESTART.wfn");
    }

    @Test
    void dynamics_in_two_pieces_take_as_many_steps_as_in_one() throws Exception {
        Ensemble ensemble = new Ensemble.AtTemperature(300);
        Task.Dynamics part = new Task.Dynamics(hydrogen(0.75), ensemble, 0.5, 3, 7);
        point(Runs.run(code(), part, folder));
        Task.Dynamics whole = new Task.Dynamics(hydrogen(0.75), ensemble, 0.5, 5, 7);
        Path onward = folder.resolve("onward");
        assertThat(Runs.carry(code(), whole, folder, onward)).isTrue();
        Start saved = new Start.Saved(3);
        Found.Point end = point(Runs.run(code(), whole, saved, Room.unlimited(1), onward));

        assertThat(code().samples(part, new Start.Beginning(), folder))
                .extracting(Sample::step)
                .containsExactly(1, 2, 3);
        assertThat(code().samples(whole, saved, onward))
                .extracting(Sample::step)
                .containsExactly(4, 5);
        assertThat(end.steps()).isEqualTo(5);
    }

    @Test
    void a_relaxation_in_pieces_takes_no_more_steps_than_one_for_each_stop_and_that_is_cheap() throws Exception {
        int undisturbed = point(Runs.run(code(), relax(HYDROGEN), folder.resolve("whole")))
                .steps();
        List<Reading> pieces = Runs.inPieces(code(), relax(HYDROGEN), 3, folder);

        assertThat(point(pieces.getLast()).steps()).isLessThanOrEqualTo(undisturbed + pieces.size() - 1);
        assertThat(firstIterations(pieces.size()))
                .as("of the SCFs that were done before, in %d pieces", pieces.size())
                .isNotEmpty()
                .allMatch(iterations -> iterations <= 2);
    }

    /// Of the first SCF of each piece that went on from what the one before had saved.
    private List<Integer> firstIterations(int pieces) throws IOException {
        List<Integer> found = new ArrayList<>();
        for (int piece = 0; piece < pieces; piece++) {
            Path run = folder.resolve("piece-" + piece);
            if (Files.exists(run.resolve("from.restart"))) {
                CONVERGED
                        .matcher(Files.readString(run.resolve("cp2k.out")))
                        .results()
                        .limit(1)
                        .forEach(scf -> found.add(Integer.parseInt(scf.group(1))));
            }
        }
        return found;
    }

    @Test
    void restart_files_that_were_cut_or_emptied_or_lost_are_none() throws Exception {
        Runs.run(code(), relax(HYDROGEN), folder);
        Files.deleteIfExists(folder.resolve("cairn-1.restart.bak-1"));
        assertThat(code().saved(relax(HYDROGEN), folder))
                .containsKeys("from.restart", "from.Hessian", "cairn-RESTART.wfn");
        for (String name : List.of("cairn-1.restart", "cairn-BFGS.Hessian")) {
            byte[] whole = Files.readAllBytes(folder.resolve(name));
            for (int length : new int[] {whole.length - 20, whole.length / 2, 0}) {
                Files.write(folder.resolve(name), Arrays.copyOf(whole, length));
                assertThat(code().saved(relax(HYDROGEN), folder))
                        .as("%d bytes of %s", length, name)
                        .isEmpty();
            }
            Files.delete(folder.resolve(name));
            assertThat(code().saved(relax(HYDROGEN), folder)).isEmpty();
            Files.write(folder.resolve(name), whole);
        }
        Path waves = folder.resolve("cairn-RESTART.wfn");
        Path before = folder.resolve("cairn-RESTART.wfn.bak-1");
        Files.setLastModifiedTime(folder.resolve("cairn-1.restart"), Files.getLastModifiedTime(before));
        assertThat(code().saved(relax(HYDROGEN), folder))
                .as("waves that are later than the restart")
                .containsEntry("cairn-RESTART.wfn", before);
        Files.delete(before);
        assertThat(code().saved(relax(HYDROGEN), folder)).containsEntry("cairn-RESTART.wfn", waves);
        Files.write(waves, new byte[] {1, 2, 3});
        assertThat(code().saved(relax(HYDROGEN), folder))
                .containsKey("from.restart")
                .doesNotContainKey("cairn-RESTART.wfn");
    }
}
