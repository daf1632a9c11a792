package cairn.neb.algebra;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/// A native routine, as the one method of a Java interface.
///
/// @param plain takes segments outside the heap
/// @param brief takes arrays as well, but stops every other thread from reaching a safepoint while it runs: only for
///     calls of less than a millisecond
record Routine<T>(T plain, T brief) {
    static <T> Routine<T> of(SymbolLookup library, String name, Class<T> type) {
        return new Routine<>(bind(library, name, type), bind(library, name, type, Linker.Option.critical(true)));
    }

    @SuppressWarnings("restricted")
    private static <T> T bind(SymbolLookup library, String name, Class<T> type, Linker.Option... options) {
        MethodHandle call = Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor(type), options);
        return MethodHandleProxies.asInterfaceInstance(type, call);
    }

    private static FunctionDescriptor descriptor(Class<?> type) {
        Method method = type.getMethods()[0];
        MemoryLayout[] arguments =
                Stream.of(method.getParameterTypes()).map(Routine::layout).toArray(MemoryLayout[]::new);
        return method.getReturnType() == void.class
                ? FunctionDescriptor.ofVoid(arguments)
                : FunctionDescriptor.of(layout(method.getReturnType()), arguments);
    }

    private static MemoryLayout layout(Class<?> type) {
        if (type == MemorySegment.class) {
            return ValueLayout.ADDRESS;
        }
        return Stream.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_BYTE)
                .filter(layout -> layout.carrier() == type)
                .findAny()
                .orElseThrow();
    }
}
