package cairn.codes.lammps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How LAMMPS is started as a client: by its library in a worker, or by its command.
///
/// The library is the one on which the command `lmp` runs, so that what LAMMPS does by itself and what Cairn asks of it
/// are of one version. An `lmp` that has all in itself, or a script, has none. `CAIRN_LAMMPS_LIBRARY` names another, or
/// says `none`.
sealed interface Way {
    String VARIABLE = "CAIRN_LAMMPS_LIBRARY";

    /// In this variable, for the command.
    String NONE = "none";

    /// With its library, in a process of ours.
    record Library(Path file) implements Way {}

    /// With its command, and `fix ipi` of its package MISC.
    record Command() implements Way {}

    /// The ways to try, one after the other, where the library of one cannot be loaded.
    static List<Way> ofThisProcess() {
        return of(System.getenv(), Way::libraryOfCommand);
    }

    static List<Way> of(Map<String, String> environment, Supplier<Optional<Path>> libraryOfCommand) {
        Optional<String> said = Optional.ofNullable(environment.get(VARIABLE)).map(String::strip);
        if (said.isPresent()) {
            return said.get().equals(NONE) ? List.of(new Command()) : List.of(new Library(Path.of(said.get())));
        }
        return libraryOfCommand
                .get()
                .<List<Way>>map(file -> List.of(new Library(file), new Command()))
                .orElseGet(() -> List.of(new Command()));
    }

    /// As the dynamic linker would find it; none where there is no `ldd`.
    static Optional<Path> libraryOfCommand() {
        try {
            Process ldd =
                    new ProcessBuilder("sh", "-c", "ldd \"$(command -v " + Lammps.COMMAND + ")\" 2>/dev/null").start();
            String list = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            ldd.onExit().join();
            return inList(list);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The path in `liblammps.so.0 => /usr/lib/liblammps.so.0 (0x00007f834be00000)`.
    static Optional<Path> inList(String libraries) {
        Matcher line = Pattern.compile("\\bliblammps\\S* => (/\\S+)").matcher(libraries);
        return line.find() ? Optional.of(Path.of(line.group(1))) : Optional.empty();
    }
}
