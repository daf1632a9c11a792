package cairn.neb.surrogate;

import java.time.Duration;

/// What this process spends in some stretches of its life: seconds of the clock, and of processors. The latter are
/// those of all threads, the compilers' too, to a hundredth of a second, and hardly depend on what else the machine
/// does.
final class Spent {
    private long begun;
    private Duration processorBegun = Duration.ZERO;
    private long clock;
    private Duration processor = Duration.ZERO;

    void begin() {
        processorBegun = ofProcessors();
        begun = System.nanoTime();
    }

    void end() {
        clock += System.nanoTime() - begun;
        processor = processor.plus(ofProcessors()).minus(processorBegun);
    }

    private static Duration ofProcessors() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    double seconds() {
        return clock * 1e-9;
    }

    double processorSeconds() {
        return processor.toMillis() * 1e-3;
    }
}
