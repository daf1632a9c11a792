package cairn.neb.algebra;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// How arrays get to a native routine and back: a brief call works on the arrays themselves, a longer one on copies
/// outside the heap, so that the garbage collector need not wait for it. (Measured: a product of 8.5 s on arrays held
/// up a collection for all of them, one on copies for 0.08 s.)
sealed interface Crossing extends AutoCloseable {
    /// Fewer floating-point operations than these take less than a millisecond, at four a nanosecond.
    double BRIEF_OPERATIONS = 4e6;

    /// Fewer numbers than these are read from memory in less than a millisecond, at one a nanosecond.
    int BRIEF_READS = 1_000_000;

    /// For a routine that takes its time for operations.
    static Crossing forOperations(double operations) {
        return operations < BRIEF_OPERATIONS ? new Brief() : new Copying();
    }

    /// For a routine that takes its time for reading numbers once.
    static Crossing forReads(long reads) {
        return reads < BRIEF_READS ? new Brief() : new Copying();
    }

    <T> T choose(Routine<T> routine);

    MemorySegment in(double[] array);

    /// Brings back to the array what the routine left in its segment.
    void out(MemorySegment segment, double[] array);

    @Override
    void close();

    record Brief() implements Crossing {
        @Override
        public <T> T choose(Routine<T> routine) {
            return routine.brief();
        }

        @Override
        public MemorySegment in(double[] array) {
            return MemorySegment.ofArray(array);
        }

        @Override
        public void out(MemorySegment segment, double[] array) {
            // The routine worked on the array.
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }

    final class Copying implements Crossing {
        @SuppressWarnings("MustBeClosedChecker") // It is closed with this.
        private final Arena arena = Arena.ofConfined();

        private Copying() {}

        @Override
        public <T> T choose(Routine<T> routine) {
            return routine.plain();
        }

        @Override
        public MemorySegment in(double[] array) {
            return arena.allocateFrom(ValueLayout.JAVA_DOUBLE, array);
        }

        @Override
        public void out(MemorySegment segment, double[] array) {
            MemorySegment.copy(segment, ValueLayout.JAVA_DOUBLE, 0, array, 0, array.length);
        }

        @Override
        public void close() {
            arena.close();
        }
    }
}
