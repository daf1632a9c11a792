package cairn.codes.lammps.worker;

import cairn.codes.ipi.IpiClient;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The process that has LAMMPS in it. It answers over the i-PI protocol until its server hangs up; whatever LAMMPS does
/// to it, an exit or a segmentation fault, it does to nobody else.
public final class Worker {
    /// What it says before the reason why the library cannot be used.
    public static final String NO_LIBRARY = "cairn: no library: ";

    /// A small Java: one thread of ours, and little to compile. A thread of Java has 1 MiB of stack, programs have 8.
    private static final List<String> SMALL = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-Xss8m");

    private Worker() {}

    /// The command that starts it, in a folder with an input of LAMMPS: the Java and the classes of this process.
    public static List<String> command(Path library, Path socket, String input) {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> main = Stream.of("-cp", classPath(), Worker.class.getName());
        Stream<String> arguments = Stream.of(library.toString(), socket.toString(), input);
        return Stream.of(java, SMALL.stream(), main, arguments)
                .flatMap(words -> words)
                .toList();
    }

    /// The worker runs in another folder, where a relative entry would mean something else.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// @param arguments the library, the socket, and the input
    public static void main(String[] arguments) throws IOException {
        LammpsLibrary library = library(Path.of(arguments[0]));
        try (Arena arena = Arena.ofConfined();
                LammpsInstance lammps = LammpsInstance.open(library, arguments[2], arena)) {
            IpiClient.serve(Path.of(arguments[1]), lammps);
        } catch (LammpsError e) {
            throw left(String.valueOf(e.getMessage()));
        }
    }

    private static LammpsLibrary library(Path file) {
        try {
            return LammpsLibrary.load(file);
        } catch (UnsatisfiedLinkError | NoSuchElementException e) {
            throw left(NO_LIBRARY + e.getMessage());
        }
    }

    /// Says why, and leaves; the exception is for the compiler, which does not know that.
    private static IllegalStateException left(String why) {
        System.out.println(why);
        System.exit(1);
        return new IllegalStateException(why);
    }
}
