package cairn.codes.meam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a force call of Li in Si64 would gain if its kernels were C: printed by `engine/bench/native-vs-java`.
///
/// Both work on the same neighbours, in turns. What it takes to get arrays outside the heap is not counted, so this is
/// the most that C could gain. They are shipped if a whole call gains a factor of 1.5.
@Tag("bench")
class MeamNativeBench {
    private static final int ROUNDS = 15;
    private static final double WORTH_IT = 1.5;

    private final MeamPotential potential = MeamPotential.of(MeamParameters.lithiumSilicon());
    private final ScreeningKernel screening = new ScreeningKernel(potential);
    private final DensityKernel densities = new DensityKernel(potential);
    private final EmbeddingKernel embedding = new EmbeddingKernel(potential);
    private final ForceKernel force = new ForceKernel(potential);
    private final Surroundings around = new Surroundings(potential.reach());
    private final Bonds bonds = new Bonds();
    private double energy;

    @Test
    void ratio_of_java_to_c() {
        List<Structure> frames = MeamVersusLammpsBenchmark.frames();
        var kernels = new NativeKernels(Path.of(System.getProperty("cairn.bench.meam")));
        for (int round = 1; round <= ROUNDS; round++) {
            report(frames, kernels, round == ROUNDS);
        }
    }

    private void report(List<Structure> frames, NativeKernels kernels, boolean isLast) {
        long[] whole = new long[frames.size()];
        long[] java = new long[frames.size()];
        long[] c = new long[frames.size()];
        try (var engine = new MeamEngine(potential, "bench")) {
            for (int n = 0; n < frames.size(); n++) {
                long start = System.nanoTime();
                engine.evaluate(frames.get(n));
                whole[n] = System.nanoTime() - start;
                prepare(frames.get(n));
                java[n] = runJava();
                c[n] = runC(kernels);
            }
        }
        if (isLast) {
            print(NativeKernels.median(whole), NativeKernels.median(java), NativeKernels.median(c));
        }
    }

    private static void print(double whole, double java, double c) {
        double ratio = whole / (whole - java + c);
        System.out.printf("MEAM forces, Li in Si64: %.0f us in Java, of which %.0f us in kernels%n", whole, java);
        System.out.printf("the kernels in C: %.0f us, ratio %.2f; a whole call: ratio %.2f%n", c, java / c, ratio);
        System.out.printf("%s%n", ratio >= WORTH_IT ? "C pays" : "C does not pay: it is not shipped");
    }

    private void prepare(Structure structure) {
        double[] positions = structure.positions().toArray();
        int[] kind = structure.species().stream()
                .mapToInt(element -> potential.kind(element).orElseThrow())
                .toArray();
        around.update(NeighbourList.of(structure.cell(), positions, potential.reach(), 0.6), positions, kind);
    }

    private long runJava() {
        double[] moments = new double[DensityKernel.MOMENTS * around.ownKind.length];
        long start = System.nanoTime();
        screening.find(around, bonds);
        densities.sum(around.ownKind, around, bonds, moments);
        final long first = System.nanoTime() - start;
        double embedded = embedding.embed(around.ownKind, moments);
        start = System.nanoTime();
        energy = embedded + force.apply(around.ownKind, around, bonds, moments);
        return first + System.nanoTime() - start;
    }

    private long runC(NativeKernels kernels) {
        var run = kernels.new Run(potential, around, bonds, embedding);
        assertThat(run.energy()).isCloseTo(energy, within(1e-9));
        assertThat(run.forces()).containsExactly(force.forces(), within(1e-9));
        return run.nanoseconds();
    }
}
