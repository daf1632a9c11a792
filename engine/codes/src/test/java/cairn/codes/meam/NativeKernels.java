package cairn.codes.meam;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The kernels of `src/test/c/meam.c` on one structure, whose arrays are copied outside the heap beforehand.
final class NativeKernels {
    public interface Screen {
        int call(int atoms, MemorySegment potential, MemorySegment around, MemorySegment bonds);
    }

    public interface Densities {
        void call(int count, MemorySegment potential, MemorySegment around, MemorySegment bonds, MemorySegment moments);
    }

    public interface Pull {
        double call(
                int count,
                MemorySegment potential,
                MemorySegment around,
                MemorySegment bonds,
                MemorySegment moments,
                MemorySegment forces,
                MemorySegment virial);
    }

    private final SymbolLookup library;
    private final Screen screen;
    private final Densities densities;
    private final Pull pull;

    @SuppressWarnings("restricted")
    NativeKernels(Path library) {
        this.library = SymbolLookup.libraryLookup(library, Arena.global());
        this.screen = bind("meam_screen", Screen.class);
        this.densities = bind("meam_densities", Densities.class);
        this.pull = bind("meam_forces", Pull.class);
    }

    @SuppressWarnings("restricted")
    private <T> T bind(String name, Class<T> type) {
        var method = type.getMethods()[0];
        MemoryLayout[] arguments =
                Stream.of(method.getParameterTypes()).map(NativeKernels::layout).toArray(MemoryLayout[]::new);
        var descriptor = method.getReturnType() == void.class
                ? FunctionDescriptor.ofVoid(arguments)
                : FunctionDescriptor.of(layout(method.getReturnType()), arguments);
        return MethodHandleProxies.asInterfaceInstance(
                type, Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor));
    }

    private static MemoryLayout layout(Class<?> type) {
        return Stream.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_DOUBLE, ValueLayout.ADDRESS)
                .filter(layout -> layout.carrier() == type)
                .findAny()
                .orElseThrow();
    }

    /// What they give, and how long they took without the embedding between them, which stays in Java.
    final class Run {
        private final double energy;
        private final double[] forces;
        private final long nanoseconds;

        Run(MeamPotential potential, Surroundings around, Bonds room, EmbeddingKernel embedding) {
            int[] kind = around.ownKind;
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment p = copy(potential, arena);
                MemorySegment a = copy(around, arena);
                MemorySegment b = room(room, arena);
                MemorySegment moments =
                        arena.allocate(ValueLayout.JAVA_DOUBLE, (long) DensityKernel.MOMENTS * kind.length);
                MemorySegment force = arena.allocate(ValueLayout.JAVA_DOUBLE, 3L * kind.length);
                MemorySegment virial = arena.allocate(ValueLayout.JAVA_DOUBLE, 6);
                long start = System.nanoTime();
                int count = screen.call(kind.length, p, a, b);
                densities.call(count, p, a, b, moments);
                final long first = System.nanoTime() - start;
                double[] derivatives = moments.toArray(ValueLayout.JAVA_DOUBLE);
                final double embedded = embedding.embed(kind, derivatives);
                moments.copyFrom(MemorySegment.ofArray(derivatives));
                start = System.nanoTime();
                double pair = pull.call(count, p, a, b, moments, force, virial);
                this.nanoseconds = first + System.nanoTime() - start;
                this.energy = embedded + pair;
                this.forces = force.toArray(ValueLayout.JAVA_DOUBLE);
            }
        }

        double energy() {
            return energy;
        }

        double[] forces() {
            return forces;
        }

        long nanoseconds() {
            return nanoseconds;
        }
    }

    private static MemorySegment copy(MeamPotential potential, Arena arena) {
        double[] tables = Stream.of(potential.tables)
                .flatMapToDouble(table -> DoubleStream.of(table.coefficients))
                .toArray();
        MemorySegment struct = pointers(
                arena,
                doubles(arena, potential.decays),
                doubles(arena, potential.amplitudes),
                doubles(arena, tables),
                doubles(arena, potential.screeningReachSquared),
                doubles(arena, potential.cmin),
                doubles(arena, potential.cmax),
                doubles(arena, potential.inverseWidth),
                MemorySegment.NULL,
                MemorySegment.NULL,
                MemorySegment.NULL,
                MemorySegment.NULL);
        PairTable table = potential.tables[0];
        struct.setAtIndex(ValueLayout.JAVA_DOUBLE, 7, potential.cutoff);
        struct.setAtIndex(ValueLayout.JAVA_DOUBLE, 8, potential.inverseCutoffWidth);
        struct.setAtIndex(ValueLayout.JAVA_DOUBLE, 9, table.inverseSpacing);
        struct.setAtIndex(ValueLayout.JAVA_INT, 20, potential.kinds);
        struct.setAtIndex(ValueLayout.JAVA_INT, 21, table.coefficients.length / 4);
        return struct;
    }

    private static MemorySegment copy(Surroundings around, Arena arena) {
        byte[] forward = new byte[around.forward.length];
        for (int n = 0; n < forward.length; n++) {
            forward[n] = (byte) (around.forward[n] ? 1 : 0);
        }
        return pointers(
                arena,
                integers(arena, around.start),
                integers(arena, around.ownKind),
                integers(arena, around.atom),
                integers(arena, around.kind),
                arena.allocateFrom(ValueLayout.JAVA_BYTE, forward),
                doubles(arena, around.x),
                doubles(arena, around.y),
                doubles(arena, around.z),
                doubles(arena, around.squared));
    }

    private static MemorySegment room(Bonds bonds, Arena arena) {
        return pointers(
                arena,
                integers(arena, new int[bonds.from.length]),
                integers(arena, new int[bonds.entry.length]),
                integers(arena, new int[bonds.firstScreen.length]),
                integers(arena, new int[bonds.screen.length]),
                doubles(arena, new double[bonds.weight.length]),
                doubles(arena, new double[bonds.slope.length]),
                doubles(arena, new double[bonds.densities.length]),
                doubles(arena, new double[bonds.perFirst.length]),
                doubles(arena, new double[bonds.perSecond.length]));
    }

    private static MemorySegment doubles(Arena arena, double[] array) {
        return arena.allocateFrom(ValueLayout.JAVA_DOUBLE, array);
    }

    private static MemorySegment integers(Arena arena, int[] array) {
        return arena.allocateFrom(ValueLayout.JAVA_INT, array);
    }

    private static MemorySegment pointers(Arena arena, MemorySegment... members) {
        MemorySegment struct = arena.allocate(ValueLayout.ADDRESS, members.length);
        for (int n = 0; n < members.length; n++) {
            struct.setAtIndex(ValueLayout.ADDRESS, n, members[n]);
        }
        return struct;
    }

    /// The median in microseconds.
    static double median(long[] nanoseconds) {
        Arrays.sort(nanoseconds);
        return 1e-3 * nanoseconds[nanoseconds.length / 2];
    }
}
