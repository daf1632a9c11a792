package cairn.codes.dft.cp2k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.Installed;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What it saves to keep CP2K between calls: its start, and the wave functions of the call before, from which the SCF
/// goes on. Run by `engine/bench/socket-vs-cold`.
@Tag("bench")
class SocketBenchmark {
    private static final int CALLS =
            Integer.parseInt(Optional.ofNullable(System.getenv("CALLS")).orElse("20"));
    /// How far an atom moves along each axis from one call to the next, Angstrom: as in a relaxation.
    private static final double STRIDE = 0.01;

    @TempDir
    private Path folder;

    private static Code code() {
        return Codes.of("""
                {"use":"cp2k","functional":"PBE","cutoff_ev":2041.0,"relative_cutoff_ev":544.0,
                 "k_points":{"mesh":[1,1,1]},"smearing":"none","scf_convergence_ev":1e-5,"scf_iterations":50,
                 "basis":"DZVP-MOLOPT-SR-GTH"}""").orElseThrow();
    }

    @Test
    void kept_between_calls_it_is_faster_than_started_for_each() {
        Installed.program("cp2k.psmp", "cp2k");
        List<Structure> walk = walk();
        List<Double> kept = new ArrayList<>();
        List<Double> cold = new ArrayList<>();

        double keptSeconds = kept(walk, kept);
        double coldSeconds = cold(walk, cold);

        System.out.printf(
                "CP2K, Si16, one core, %d calls: socket %.1f s, cold starts %.1f s, ratio %.2f%n",
                CALLS, keptSeconds, coldSeconds, coldSeconds / keptSeconds);
        for (int call = 0; call < CALLS; call++) {
            // Both to the convergence of the SCF.
            assertThat(kept.get(call)).isCloseTo(cold.get(call), within(1e-3));
        }
        assertThat(keptSeconds).isLessThan(coldSeconds);
    }

    private double kept(List<Structure> walk, List<Double> energies) {
        long start = System.nanoTime();
        try (ForceEngine engine = code().open(folder.resolve("kept"))) {
            walk.forEach(structure -> energies.add(engine.evaluate(structure).energyEv()));
        }
        return seconds(start);
    }

    private double cold(List<Structure> walk, List<Double> energies) {
        long start = System.nanoTime();
        for (int call = 0; call < walk.size(); call++) {
            try (ForceEngine engine = code().open(folder.resolve("cold" + call))) {
                energies.add(engine.evaluate(walk.get(call)).energyEv());
            }
        }
        return seconds(start);
    }

    private static double seconds(long start) {
        return 1e-9 * (System.nanoTime() - start);
    }

    private static List<Structure> walk() {
        Random random = new Random(16);
        Structure structure = Crystals.cubicSilicon(5.43, 0.05).supercell(2, 1, 1);
        List<Structure> walk = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            double[] positions = Arrays.stream(structure.positions().toArray())
                    .map(component -> component + STRIDE * (2 * random.nextDouble() - 1))
                    .toArray();
            structure = structure.withPositions(Positions.of(positions));
            walk.add(structure);
        }
        return walk;
    }
}
