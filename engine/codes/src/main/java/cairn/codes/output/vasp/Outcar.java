package cairn.codes.output.vasp;

import cairn.codes.CodeError;
import cairn.codes.output.Cost;
import cairn.codes.output.KnownMessages;
import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.vasp.course.Course;
import cairn.codes.output.vasp.course.VaspMessages;
import cairn.codes.output.vasp.settings.Settings;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// An OUTCAR of VASP 4.6 to 6: [OutcarHead], then [OutcarSteps], between which lie
///
///     accurate := "reached required accuracy"
///     stop     := ("soft" | "hard") "stop encountered"
///     elapsed  := "Elapsed time (sec):" number
///     memory   := "Maximum memory used (kb):" number
///     end      := "Voluntary context switches:" int        the last line of the accounting, and of a run
///               | "Profiling took" number "seconds"        if "PROFILE, used timers:" follows the accounting
///     message  := a line that [VaspMessages] know, perhaps in a frame of `|`
///
/// The OUTCARs of 5.3.5, 5.4.1 and 6.2.1 among custodian's test files were read for this.
public final class Outcar implements OutputReader {
    private static final Pattern FIRST = Pattern.compile("\\s*vasp\\.\\d\\S*\\s.*");

    @Override
    public String what() {
        return "an OUTCAR of VASP";
    }

    @Override
    public boolean isOne(String head) {
        return head.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> FIRST.matcher(line).matches())
                .isPresent();
    }

    @Override
    public Output read(Path file, Consumer<Step> steps) {
        VaspPass pass = alone(file, steps);
        Siblings.of(file).tell(pass.course());
        return pass.output();
    }

    /// As [#read], without a look at the files beside it.
    public Output readAlone(Path file) {
        return alone(file, _ -> {}).output();
    }

    /// Without the files beside it.
    static VaspPass alone(Path file, Consumer<Step> steps) {
        Pass pass = new Pass(steps);
        try (LineReader lines = LineReader.open(file)) {
            while (lines.next()) {
                pass.take(lines.line());
            }
            return new VaspPass(pass.settings, pass.course, new Cost(pass.seconds, pass.mebibytes), lines.position());
        }
    }

    private static final class Pass {
        private final Settings settings = new Settings();
        private final Course course;
        private final OutcarHead head = new OutcarHead(settings);
        private final OutcarSteps steps;
        private final Box box = new Box();
        private boolean inHead = true;
        private double seconds = Cost.UNSAID;
        private double mebibytes = Cost.UNSAID;

        Pass(Consumer<Step> consumer) {
            this.course = new Course(consumer);
            this.steps = new OutcarSteps(settings, course);
        }

        void take(Line line) {
            if (steps.takesRow(line)) {
                return;
            }
            char first = line.first();
            if (inHead) {
                head.take(line);
                inHead = first != '-' || !line.contains(OutcarSteps.ITERATION);
            }
            if (first == '-') {
                rule(line);
            } else if (first >= 'A') {
                letters(first, line);
            }
        }

        private void rule(Line line) {
            if (line.begins("----")) {
                steps.rule(line);
                box.clear();
            }
        }

        private void letters(char first, Line line) {
            switch (first) {
                case 'n' -> steps.electrons(line);
                case 'i' -> steps.stress(line);
                case 'd' -> steps.lattice(line);
                case 'P' -> forcesOrProfile(line);
                case 'f' -> steps.total(line);
                case 'e' -> steps.energies(line);
                case 'r' -> sign(line, "reached required accuracy", Course.Sign.REACHED_ACCURACY);
                case 's' -> sign(line, "soft stop encountered", Course.Sign.STOPPED_BY_USER);
                case 'h' -> sign(line, "hard stop encountered", Course.Sign.STOPPED_BY_USER);
                case 'E' -> elapsed(line);
                case 'M' -> memory(line);
                case 'V' -> sign(line, "Voluntary context switches:", Course.Sign.ENDED);
                case 'v' -> again(line);
                case '|' -> box.take(line.text());
                default -> {}
            }
            VaspMessages.ALL.in(line.text()).ifPresent(this::message);
        }

        private void sign(Line line, String words, Course.Sign sign) {
            if (line.begins(words)) {
                course.sign(sign);
            }
        }

        /// VASP 6 may write where its time went behind its accounting, and then how long that took.
        private void forcesOrProfile(Line line) {
            if (line.begins("PROFILE, used timers:")) {
                course.withdraw(Course.Sign.ENDED);
            } else if (line.begins("Profiling took") && line.word(3).equals("seconds")) {
                course.sign(Course.Sign.ENDED);
            } else {
                steps.forces(line);
            }
        }

        private void elapsed(Line line) {
            if (line.begins("Elapsed time (sec):")) {
                seconds = line.numberAfter("(sec)");
            }
        }

        private void memory(Line line) {
            if (line.begins("Maximum memory used (kb):")) {
                mebibytes = line.numberAfter("(kb)") / 1024;
            }
        }

        private void again(Line line) {
            if (!inHead && line.begins("vasp.")) {
                course.contradicts("one run", "a second run begins in the same file");
            }
        }

        private void message(KnownMessages.Found found) {
            boolean vague = found.error().signature().equals(VaspMessages.REFUSES)
                    && !box.words().isEmpty();
            course.message(
                    vague
                            ? new KnownMessages.Found(
                                    found.then(),
                                    new CodeError(
                                            found.error().signature(),
                                            "VASP says: " + box.words(),
                                            found.error().advice()))
                            : found);
        }
    }
}
