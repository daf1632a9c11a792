package cairn.codes.output.vasp;

import cairn.codes.output.Cost;
import cairn.codes.output.Energies;
import cairn.codes.output.Energies.Kind;
import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.codes.output.vasp.course.Course;
import cairn.codes.output.vasp.course.Course.Scf;
import cairn.codes.output.vasp.course.VaspMessages;
import cairn.codes.output.vasp.settings.Settings;
import cairn.structure.Stress;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// An OSZICAR, or the standard output of VASP, which repeats it between VASP's messages:
///
///     iteration := name ":" int E dE deps ...                            E, dE, deps in eV
///     step      := int ["T=" number "E=" number] "F=" number "E0=" number ... ["mag=" number{1,3}]
///     accurate  := "reached required accuracy"                           standard output only
///     end       := "writing wavefunctions"                               standard output only
///
/// An OSZICAR has no end mark. Without an OUTCAR beside it, it is one of a run that may still go on, and an SCF counts
/// as converged if its last iteration changed the energy by less than EDIFF, 1e-4 eV unless INCAR says otherwise.
public final class Oszicar implements OutputReader {
    private static final Pattern TITLE = Pattern.compile("\\s*N\\s+E\\s+dE\\s+d eps\\s+ncg.*");
    private static final Pattern RUNNING = Pattern.compile("\\s*running (on)?\\s+\\d+ (total cores|nodes|mpi-ranks).*");
    private static final double DEFAULT_EDIFF = 1e-4;

    @Override
    public String what() {
        return "an OSZICAR or the standard output of VASP";
    }

    @Override
    public boolean isOne(String head) {
        String first = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        boolean output =
                head.lines().limit(20).anyMatch(line -> RUNNING.matcher(line).matches())
                        && !first.strip().startsWith("vasp.");
        return output || TITLE.matcher(first).matches();
    }

    @Override
    public Output read(Path file, Consumer<Step> steps) {
        Siblings siblings = Siblings.of(file);
        Optional<VaspPass> outcar = siblings.outcar();
        Pass pass = new Pass(outcar.map(VaspPass::settings).orElseGet(siblings::incar), steps);
        VaspPass read = pass.read(file);
        siblings.tell(read.course());
        if (outcar.isPresent() && read.course().contradiction().isEmpty()) {
            return read.with(outcar.get().verdict());
        }
        return read.with(pass.isUnconverged(read.verdict()) ? pass.unconverged() : read.verdict());
    }

    /// Without the files beside it.
    static VaspPass alone(Path file, Consumer<Step> steps) {
        return new Pass(new Settings(), steps).read(file);
    }

    private static final class Pass {
        private final Settings settings;
        private final Course course;
        private final double[] numbers = new double[4];
        private int iterations;
        private double change = Double.NaN;

        Pass(Settings settings, Consumer<Step> consumer) {
            this.settings = settings;
            this.course = new Course(consumer);
        }

        VaspPass read(Path file) {
            try (LineReader lines = LineReader.open(file)) {
                while (lines.next()) {
                    take(lines.line());
                }
                return new VaspPass(settings, course, Cost.unsaid(), lines.position());
            }
        }

        private void take(Line line) {
            int colon = line.indexOf(":");
            if (line.contains(" F=") && line.contains(" E0=")) {
                step(line);
            } else if (colon > 0 && line.numbers(colon + 1, numbers) == numbers.length) {
                iterations = (int) numbers[0];
                change = Math.max(Math.abs(numbers[2]), Math.abs(numbers[3]));
            } else {
                words(line);
            }
        }

        private void words(Line line) {
            if (line.begins("reached required accuracy")) {
                course.sign(Course.Sign.REACHED_ACCURACY);
            } else if (line.begins("writing wavefunctions")) {
                course.sign(Course.Sign.ENDED);
            } else if (line.contains("stop encountered")) {
                course.sign(Course.Sign.STOPPED_BY_USER);
            } else if (line.begins("vasp.")) {
                settings.version(line.word(0).substring("vasp.".length()));
            }
            VaspMessages.ALL.in(line.text()).ifPresent(course::message);
        }

        private void step(Line line) {
            int number = (int) line.numberFrom(0);
            Map<Kind, Double> energies = new EnumMap<>(Kind.class);
            energies.put(Kind.FREE, line.numberAfter(" F="));
            energies.put(Kind.SIGMA_ZERO, line.numberAfter(" E0="));
            if (energies.values().stream().allMatch(Double::isFinite)) {
                whole(number, new Energies(energies), line.numberAfter("mag="));
            } else {
                course.broken("the energy of step " + number + ", which is not a number");
            }
            iterations = 0;
        }

        private void whole(int number, Energies energies, double moment) {
            Step step = new Step(
                    energies,
                    new SaidForces.NotGiven(),
                    new Stress.NotGiven(),
                    new SaidStructure.NotGiven(),
                    Double.isNaN(moment) ? new SaidMoment.NotGiven() : new SaidMoment.Given(moment),
                    iterations);
            double ediff = settings.number("EDIFF");
            boolean converged = change <= (Double.isNaN(ediff) ? DEFAULT_EDIFF : ediff);
            course.step(number, step, converged ? Scf.CONVERGED : Scf.UNCONVERGED);
        }

        /// No iteration follows the last step, and that one did not converge.
        boolean isUnconverged(Verdict verdict) {
            return verdict instanceof Verdict.Truncated
                    && iterations == 0
                    && course.lastField()
                            .filter(field -> field.scf() == Scf.UNCONVERGED)
                            .isPresent();
        }

        Verdict unconverged() {
            return new Verdict.Unconverged(course.lastField().orElseThrow().what());
        }
    }
}
