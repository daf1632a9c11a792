package cairn.codes.lammps.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.nio.file.Path;

/// The functions of LAMMPS's library that are used, as library.h of 29 Sep 2021 declares them ("C language library
/// interface" of the manual).
///
/// @param file reads the commands of a file
/// @param scatter sets a property of all atoms, in the order of their ids
/// @param gather reads it
record LammpsLibrary(
        Open open,
        Handle close,
        Words file,
        Words command,
        Count atoms,
        Quantity thermo,
        Find global,
        Transfer scatter,
        Transfer gather,
        Flag hasError,
        Message lastError,
        Finish finish) {
    public interface Open {
        MemorySegment call(int words, MemorySegment commandLine, MemorySegment unused);
    }

    public interface Handle {
        void call(MemorySegment lammps);
    }

    public interface Words {
        void call(MemorySegment lammps, MemorySegment text);
    }

    public interface Count {
        double call(MemorySegment lammps);
    }

    public interface Quantity {
        double call(MemorySegment lammps, MemorySegment name);
    }

    public interface Find {
        MemorySegment call(MemorySegment lammps, MemorySegment name);
    }

    public interface Transfer {
        void call(MemorySegment lammps, MemorySegment name, int type, int perAtom, MemorySegment numbers);
    }

    public interface Flag {
        int call(MemorySegment lammps);
    }

    public interface Message {
        int call(MemorySegment lammps, MemorySegment text, int bytes);
    }

    public interface Finish {
        void call();
    }

    /// Loads it into this process.
    ///
    /// @throws UnsatisfiedLinkError if it cannot be loaded, with the reason
    /// @throws java.util.NoSuchElementException if it lacks a function: it is not LAMMPS, or is older than 2020
    @SuppressWarnings("restricted")
    static LammpsLibrary load(Path file) {
        System.load(file.toAbsolutePath().toString());
        return in(SymbolLookup.loaderLookup());
    }

    private static LammpsLibrary in(SymbolLookup library) {
        FunctionDescriptor handle = FunctionDescriptor.ofVoid(ADDRESS);
        FunctionDescriptor words = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS);
        FunctionDescriptor transfer = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
        Binder binder = new Binder(library);
        return new LammpsLibrary(
                binder.bind(Open.class, "open_no_mpi", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS)),
                binder.bind(Handle.class, "close", handle),
                binder.bind(Words.class, "file", words),
                binder.bind(Words.class, "command", words),
                binder.bind(Count.class, "get_natoms", FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS)),
                binder.bind(Quantity.class, "get_thermo", FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS, ADDRESS)),
                binder.bind(Find.class, "extract_global", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS)),
                binder.bind(Transfer.class, "scatter_atoms", transfer),
                binder.bind(Transfer.class, "gather_atoms", transfer),
                binder.bind(Flag.class, "has_error", FunctionDescriptor.of(JAVA_INT, ADDRESS)),
                binder.bind(
                        Message.class,
                        "get_last_error_message",
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT)),
                binder.bind(Finish.class, "mpi_finalize", FunctionDescriptor.ofVoid()));
    }

    private record Binder(SymbolLookup library) {
        @SuppressWarnings("restricted")
        <T> T bind(Class<T> type, String name, FunctionDescriptor descriptor) {
            MethodHandle call = Linker.nativeLinker().downcallHandle(library.findOrThrow("lammps_" + name), descriptor);
            return MethodHandleProxies.asInterfaceInstance(type, call);
        }
    }
}
