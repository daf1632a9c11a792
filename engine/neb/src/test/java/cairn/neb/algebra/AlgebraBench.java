package cairn.neb.algebra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Speed of OpenBLAS and of plain Java on one thread, printed by `engine/bench/native-vs-java`; asserts nothing.
@Tag("bench")
class AlgebraBench {
    /// Each operation is repeated for so long at least.
    private static final double NANOSECONDS = 1e9;

    private static final Path SCHEDULER = Path.of("/proc/thread-self/schedstat");

    /// Prepares for an algebra what is then timed.
    private interface Preparation {
        Supplier<Object> with(Algebra algebra);
    }

    @Test
    void billions_of_operations_in_a_second() {
        warmUp(Algebra.java());
        Algebra.openBlas().ifPresent(AlgebraBench::warmUp);
        System.out.printf("%-32s %9s %9s %10s %10s %6s%n", "", "Java", "OpenBLAS", "Java", "OpenBLAS", "ratio");
        System.out.printf("%-32s %9s %9s %10s %10s%n", "", "GFlop/s", "GFlop/s", "s", "s");
        for (int size : new int[] {30, 100, 500, 1500, 3000}) {
            Matrix a = positiveDefinite(size);
            double[] b = new Samples(size).vector(size);
            double square = (double) size * size;
            print("Cholesky " + size, square * size / 3, algebra -> () -> algebra.cholesky(a));
            print("solve " + size, 2 * square, algebra -> {
                var factor = (Cholesky) algebra.cholesky(a);
                return () -> factor.solve(b);
            });
            print("gemm " + size, 2 * square * size, algebra -> () -> algebra.product(a, a));
            print("gemv " + size, 2 * square, algebra -> () -> algebra.product(a, b));
        }
        // With vectors, counted as 9 n^3 (Golub and Van Loan, 4th ed., section 8.3.5).
        for (int size : new int[] {30, 100, 500, 1500}) {
            Matrix a = positiveDefinite(size);
            print("eigensystem " + size, 9 * Math.pow(size, 3), algebra -> () -> algebra.eigensystem(a));
        }
    }

    private static void warmUp(Algebra algebra) {
        Matrix a = positiveDefinite(300);
        for (int round = 0; round < 30; round++) {
            algebra.product(a, a);
            algebra.product(a, new double[300]);
            algebra.cholesky(a);
            algebra.eigensystem(a);
        }
    }

    private static void print(String what, double operations, Preparation preparation) {
        double java = seconds(operations, preparation.with(Algebra.java()));
        Optional<Double> c = Algebra.openBlas().map(openBlas -> seconds(operations, preparation.with(openBlas)));
        System.out.printf(
                "%-32s %9.2f %9.2f %10.2e %10.2e %6.1f%n",
                what,
                operations / java / 1e9,
                operations / c.orElse(Double.NaN) / 1e9,
                java,
                c.orElse(Double.NaN),
                java / c.orElse(Double.NaN));
    }

    /// Of one operation, the mean over many: the system counts in milliseconds.
    private static double seconds(double operations, Supplier<Object> operation) {
        int repeats = (int) Math.max(1, 1e7 / operations);
        run(operation, repeats);
        long start = processorTime();
        long count = 0;
        while (processorTime() - start < NANOSECONDS) {
            run(operation, repeats);
            count += repeats;
        }
        return 1e-9 * (processorTime() - start) / count;
    }

    private static void run(Supplier<Object> operation, int repeats) {
        for (int n = 0; n < repeats; n++) {
            Objects.requireNonNull(operation.get());
        }
    }

    /// Nanoseconds that this thread has had a processor (Documentation/scheduler/sched-stats.rst of Linux): whatever
    /// else runs on the machine hardly counts. Elsewhere, of the clock.
    private static long processorTime() {
        if (!Files.exists(SCHEDULER)) {
            return System.nanoTime();
        }
        try {
            return Long.parseLong(Files.readString(SCHEDULER).split(" ")[0]);
        } catch (IOException cause) {
            throw new UncheckedIOException(SCHEDULER.toString(), cause);
        }
    }

    private static Matrix positiveDefinite(int size) {
        return Samples.generated(size, size, (i, j) -> Math.exp(-1e-3 * (i - j) * (i - j)) + (i == j ? 0.1 : 0));
    }
}
