package cairn.codes.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.ForceEngine;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long a force call takes, of LAMMPS as a library in a worker and of the command `lmp` with `fix ipi`: the same
/// structures, on one core, in turns, through the same engine. Run by `engine/bench/lammps-library`.
///
/// Structures follow each other as in a band that relaxes, 0.01 Angstrom apart in every coordinate.
@Tag("bench")
class LibraryBenchmark {
    private static final int ROUNDS = 5;
    private static final int MICROSECONDS = 1_000_000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void lammpsIsThere() {
        Silicon.needsLammps();
    }

    /// The time until the first answer, and the microseconds of each of the later ones.
    private static final class Timing {
        private final double firstSeconds;
        private final List<Double> micros = new ArrayList<>();

        private Timing(double firstSeconds) {
            this.firstSeconds = firstSeconds;
        }

        double median() {
            return micros.stream().sorted().toList().get(micros.size() / 2);
        }

        double smallest() {
            return micros.stream().min(Double::compare).orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SW_StillingerWeber_1985_Si__MO_405512056662_005, 1, 1000",
        "SW_StillingerWeber_1985_Si__MO_405512056662_005, 3, 200",
        "MEAM_LAMMPS_CuiGaoCui_2012_LiSi__MO_557492625287_000, 1, 1000",
        "MEAM_LAMMPS_CuiGaoCui_2012_LiSi__MO_557492625287_000, 3, 100"
    })
    void library_and_command(String id, int repeated, int calls) {
        KimModel model = new KimModel(id, Set.of("Si"), "");
        Structure crystal = Silicon.rattled(Silicon.crystal(repeated), .05, 8);
        List<Structure> structures = IntStream.range(0, calls)
                .mapToObj(call -> Silicon.rattled(crystal, .01, call))
                .toList();
        try (ForceEngine library = open(model, "library", Silicon.needsLibrary());
                ForceEngine command = open(model, "command", new Way.Command())) {
            Timing ofLibrary = new Timing(first(library, crystal));
            Timing ofCommand = new Timing(first(command, crystal));
            for (int round = 0; round < ROUNDS; round++) {
                double[] ours = time(library, structures, ofLibrary);
                assertThat(time(command, structures, ofCommand)).containsExactly(ours, within(1e-9));
            }
            report(id.substring(0, id.indexOf("__")), crystal.count(), ofLibrary, ofCommand);
        }
    }

    private ForceEngine open(KimModel model, String name, Way way) {
        return LammpsEngine.of(folder.resolve(name), model, List.of(way));
    }

    private static double first(ForceEngine engine, Structure structure) {
        long start = System.nanoTime();
        engine.evaluate(structure);
        return 1e-9 * (System.nanoTime() - start);
    }

    /// The energies, which prove the same work.
    private static double[] time(ForceEngine engine, List<Structure> structures, Timing timing) {
        double[] energies = new double[structures.size()];
        for (int call = 0; call < energies.length; call++) {
            long start = System.nanoTime();
            energies[call] = engine.evaluate(structures.get(call)).energyEv();
            timing.micros.add(1e-9 * MICROSECONDS * (System.nanoTime() - start));
        }
        return energies;
    }

    private static void report(String model, int atoms, Timing library, Timing command) {
        System.out.printf(
                "%s, Si%d: a call takes %.0f us by the library and %.0f us by lmp (medians), ratio %.2f;"
                        + " the quickest %.0f and %.0f us, ratio %.2f; the first answer %.2f and %.2f s%n",
                model,
                atoms,
                library.median(),
                command.median(),
                library.median() / command.median(),
                library.smallest(),
                command.smallest(),
                library.smallest() / command.smallest(),
                library.firstSeconds,
                command.firstSeconds);
    }
}
