package cairn.cluster;

import java.time.Duration;

/// What a job asks for.
public record Resources(int cores, int memoryMb, Duration walltime) {
    public Resources {
        if (cores < 1 || memoryMb < 1 || walltime.isNegative() || walltime.isZero()) {
            throw new IllegalArgumentException("a job needs cores, memory and walltime");
        }
    }
}
