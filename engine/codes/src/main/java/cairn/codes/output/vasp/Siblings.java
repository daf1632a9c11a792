package cairn.codes.output.vasp;

import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output.Last;
import cairn.codes.output.Packed;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.vasp.course.Course;
import cairn.codes.output.vasp.course.VaspMessages;
import cairn.codes.output.vasp.settings.Settings;
import cairn.structure.Forces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The other files of a run, which lie beside one of them: OUTCAR, vasprun.xml and OSZICAR, which must agree, and what
/// went to standard output and standard error, where most of VASP's messages are.
///
/// A name may have something before it that all share, as in `relax.OUTCAR` and `relax.vasprun.xml`, and each may be
/// packed, as in `OUTCAR.gz`.
final class Siblings {
    private static final List<String> OUTPUTS = List.of("OUTCAR", "vasprun.xml", "OSZICAR");
    private static final List<String> MESSAGES =
            List.of("vasp.out", "std_out", "std_err", "std_err.txt", "stdout", "stderr", "vasp.err");
    /// Larger ones are not read for a comparison.
    private static final long LARGEST_BYTES = 64L << 20;
    /// OUTCAR prints six decimals.
    private static final double SAME_FORCE = 2e-6;

    private final Path file;
    private final String before;
    private final String kind;

    private Siblings(Path file, String before, String kind) {
        this.file = file;
        this.before = before;
        this.kind = kind;
    }

    static Siblings of(Path file) {
        String name = Packed.unpackedName(String.valueOf(file.getFileName()));
        String kind = OUTPUTS.stream().filter(name::endsWith).findFirst().orElse("");
        return new Siblings(file, name.substring(0, name.length() - kind.length()), kind);
    }

    /// Adds what the other files tell.
    void tell(Course course) {
        if (kind.isEmpty()) {
            return;
        }
        MESSAGES.forEach(name -> sibling(name).ifPresent(file -> messages(file, course)));
        for (String name : OUTPUTS) {
            if (!name.equals(kind)) {
                sibling(name).ifPresent(file -> compare(name, alone(name, file), course));
            }
        }
    }

    /// The OUTCAR of the same run, gone through.
    Optional<VaspPass> outcar() {
        return kind.isEmpty() ? Optional.empty() : sibling("OUTCAR").map(file -> alone("OUTCAR", file));
    }

    /// What INCAR asks for.
    Settings incar() {
        Settings settings = new Settings();
        OutcarHead head = new OutcarHead(settings);
        sibling("INCAR").ifPresent(file -> eachLine(file, line -> head.incar(line.text())));
        return settings;
    }

    private static void eachLine(Path file, Consumer<Line> taker) {
        try (LineReader lines = LineReader.open(file)) {
            while (lines.next()) {
                taker.accept(lines.line());
            }
        }
    }

    private Optional<Path> sibling(String name) {
        return Stream.of(name, name + Packed.SUFFIX)
                .map(one -> file.resolveSibling(before + one))
                .filter(Siblings::isUsable)
                .findFirst();
    }

    private static boolean isUsable(Path sibling) {
        try {
            return Files.isRegularFile(sibling) && Files.size(sibling) <= LARGEST_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the size of " + sibling, e);
        }
    }

    private static void messages(Path file, Course course) {
        eachLine(file, line -> VaspMessages.ALL.in(line.text()).ifPresent(course::message));
    }

    private static VaspPass alone(String name, Path file) {
        return switch (name) {
            case "OUTCAR" -> Outcar.alone(file, _ -> {});
            case "vasprun.xml" -> Vasprun.alone(file, _ -> {});
            default -> Oszicar.alone(file, _ -> {});
        };
    }

    private void compare(String name, VaspPass other, Course course) {
        int step = course.energies().firstDifference(other.course().energies());
        if (step > 0) {
            course.contradicts(
                    kind + " and " + name + " of one run",
                    "step " + step + " has the energies " + course.energies().energy(step) + " and "
                            + other.course().energies().energy(step) + " eV");
        }
        if (course.has(Course.Sign.ENDED) && other.course().steps() > course.steps()) {
            course.contradicts(
                    kind + " and " + name + " of one run",
                    course.steps() + " and " + other.course().steps() + " steps");
        }
        course.adopt(other.course());
        if (other.course().steps() == course.steps() && differ(forces(course), forces(other.course()))) {
            course.contradicts(kind + " and " + name + " of one run", "the forces of the last step differ");
        }
    }

    private static Optional<Forces> forces(Course course) {
        return course.last() instanceof Last.Of(Step step) && step.forces() instanceof SaidForces.Given(Forces forces)
                ? Optional.of(forces)
                : Optional.empty();
    }

    private static boolean differ(Optional<Forces> one, Optional<Forces> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        double[] a = one.get().toArray();
        double[] b = other.get().toArray();
        boolean differ = a.length != b.length;
        for (int i = 0; i < a.length && !differ; i++) {
            differ = Math.abs(a[i] - b[i]) > SAME_FORCE;
        }
        return differ;
    }
}
