package cairn.codes.meam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a force call takes, ours and LAMMPS's, of the same frames of Li in Si64, on one thread each, in turns.
///
/// Run by `engine/bench/meam-vs-lammps`. The frames differ by 0.01 Angstrom in every coordinate, as in a band that
/// relaxes, so both keep their lists of neighbours.
@Tag("bench")
class MeamVersusLammpsBenchmark {
    private static final int FRAMES = 400;
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 15;
    private static final double A = 5.4223;

    /// One way of asking: milliseconds of a call, and the sum of all energies, which proves the same work.
    private record Timing(String way, double medianMs, double smallestMs, double energiesEv) {
        static Timing parse(String line) {
            String[] words = line.split(" ");
            return new Timing(
                    words[0], Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3]));
        }
    }

    @Test
    void cairn_is_no_slower_than_lammps(@TempDir Path folder) throws IOException {
        Lammps.assumeInstalled();
        List<Structure> frames = frames();
        Path file = Files.write(
                folder.resolve("frames.txt"),
                frames.stream().flatMap(MeamVersusLammpsBenchmark::lines).toList());
        MeamEngine engine = new MeamEngine(MeamPotential.of(MeamParameters.lithiumSilicon()), "benchmark");
        for (int round = 0; round < WARM_UP; round++) {
            time(engine, frames);
        }
        List<Timing> theirs = new ArrayList<>();
        List<Timing> ours = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Lammps.run(folder, "meam_timing.py", file).stream()
                    .map(Timing::parse)
                    .forEach(theirs::add);
            ours.add(time(engine, frames));
        }
        report(theirs, ours);
    }

    private static void report(List<Timing> theirs, List<Timing> ours) {
        System.out.println(
                "Li in Si64, one thread, ms per energy-and-forces call (median, smallest of " + FRAMES + ")");
        List<Timing> all = new ArrayList<>(theirs);
        all.addAll(ours);
        for (Timing timing : all) {
            System.out.printf("%-20s %8.3f %8.3f%n", timing.way(), timing.medianMs(), timing.smallestMs());
            assertThat(timing.energiesEv()).isCloseTo(ours.getFirst().energiesEv(), within(1e-6));
        }
        double ratio = best(ours) / best(theirs);
        System.out.printf("ratio cairn / LAMMPS of the best medians: %.3f%n", ratio);
        assertThat(ratio).isLessThanOrEqualTo(1);
    }

    private static double best(List<Timing> timings) {
        return Collections.min(timings.stream().map(Timing::medianMs).toList());
    }

    private static Timing time(MeamEngine engine, List<Structure> frames) {
        double[] milliseconds = new double[frames.size()];
        double energies = 0;
        for (int n = 0; n < milliseconds.length; n++) {
            long start = System.nanoTime();
            energies += engine.evaluate(frames.get(n)).energyEv();
            milliseconds[n] = 1e-6 * (System.nanoTime() - start);
        }
        Arrays.sort(milliseconds);
        return new Timing("cairn", milliseconds[milliseconds.length / 2], milliseconds[0], energies);
    }

    static List<Structure> frames() {
        Random random = new Random(64);
        double[] home = home(random);
        List<Element> species = new ArrayList<>(Collections.nCopies(64, new Element(14, "Si")));
        species.add(new Element(3, "Li"));
        List<Structure> frames = new ArrayList<>();
        for (int n = 0; n < FRAMES; n++) {
            double[] positions = home.clone();
            rattle(positions, 0.01, random);
            frames.add(Structure.free(Cell.orthorhombic(2 * A, 2 * A, 2 * A), species, Positions.of(positions)));
        }
        return frames;
    }

    /// Two by two by two cubic cells of diamond, lithium in a tetrahedral site; all of them 0.1 A inside the cell, as
    /// an atom that crosses the boundary costs LAMMPS a new list.
    private static double[] home(Random random) {
        double[] basis = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0};
        double[] positions = new double[3 * 65];
        for (int n = 0; n < 3 * 64; n++) {
            int atom = n / 3;
            int axis = n % 3;
            int corner = ((atom / 8) >> axis) & 1;
            positions[n] = A * (0.1 + corner + basis[3 * (atom % 4) + axis] + 0.25 * (atom / 4 % 2));
        }
        Arrays.fill(positions, 3 * 64, 3 * 65, 0.6 * A);
        rattle(positions, 0.05, random);
        return positions;
    }

    private static void rattle(double[] positions, double amplitude, Random random) {
        for (int n = 0; n < positions.length; n++) {
            positions[n] += amplitude * random.nextDouble(-1, 1);
        }
    }

    private static Stream<String> lines(Structure structure) {
        List<String> lines = new ArrayList<>();
        lines.add("structure frame " + structure.count());
        lines.add("cell " + join(structure.cell().toArray()));
        for (int atom = 0; atom < structure.count(); atom++) {
            Positions at = structure.positions();
            lines.add(structure.species().get(atom).symbol() + " " + join(at.x(atom), at.y(atom), at.z(atom)));
        }
        return lines.stream();
    }

    private static String join(double... values) {
        return String.join(" ", Arrays.stream(values).mapToObj(Double::toString).toList());
    }
}
