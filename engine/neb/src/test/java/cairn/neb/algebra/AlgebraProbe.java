package cairn.neb.algebra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Says, as a process of its own, which algebra it got and that it works, and how many threads OpenBLAS began.
final class AlgebraProbe {
    private AlgebraProbe() {}

    public static void main(String[] arguments) throws IOException {
        Path threads = Path.of("/proc/self/task");
        long before = count(threads);
        Algebra algebra = Algebra.preferred();
        long begun = count(threads) - before;
        Matrix two = Matrix.of(1, 1, 2);
        System.out.println(algebra + ": 2 x 2 = " + algebra.product(two, two).at(0, 0) + ", threads begun " + begun);
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var entries = Files.list(folder)) {
            return entries.count();
        }
    }
}
