package cairn.codes.catalogue;

import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// Reads the files it is given and prints how fast, for `engine/bench/parse-speed/run`: seconds on the clock and of the
/// processor (all threads), megabytes (1e6) per second of each, and the steps found.
final class ParseBench {
    private ParseBench() {}

    public static void main(String[] arguments) throws Exception {
        for (String name : arguments) {
            measure(Path.of(name));
        }
    }

    private static void measure(Path file) throws Exception {
        OutputReader reader = Outputs.of(file).orElseThrow();
        LongAdder steps = new LongAdder();
        long begun = System.nanoTime();
        Duration busy = processor();
        Output output = reader.read(file, _ -> steps.increment());
        double cpu = 1e-9 * processor().minus(busy).toNanos();
        double wall = 1e-9 * (System.nanoTime() - begun);
        double megabytes = 1e-6 * Files.size(file);
        System.out.printf(
                "cairn %s %.0f MB: %.2f s (%.0f MB/s), %.2f s of CPU (%.0f MB/s), %d steps, %s%n",
                file.getFileName(),
                megabytes,
                wall,
                megabytes / wall,
                cpu,
                megabytes / cpu,
                steps.sum(),
                output.verdict().getClass().getSimpleName());
    }

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
