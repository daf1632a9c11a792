package cairn.codes.output.vasp.course;

import cairn.codes.CodeError;
import cairn.codes.output.KnownMessages;
import cairn.codes.output.Output.Last;
import cairn.codes.output.Step;
import cairn.codes.output.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// How a run of VASP went, as a file of it tells.
public final class Course {
    /// What a file says of the run as a whole.
    public enum Sign {
        /// It came to its end: the accounting of OUTCAR, the last tag of vasprun.xml.
        ENDED,
        /// The ions met their criterion.
        REACHED_ACCURACY,
        /// STOPCAR asked it to stop after a step (LSTOP), or at once (LABORT).
        STOPPED_BY_USER
    }

    /// How the SCF of a step ended.
    public enum Scf {
        CONVERGED,
        UNCONVERGED
    }

    /// The SCF of the step with this number.
    public record Field(int step, int iterations, Scf scf) {
        public String what() {
            return "the SCF of step " + step + " after " + iterations + " iterations";
        }
    }

    private static final int MOST_WARNINGS = 20;

    private final Consumer<Step> consumer;
    private final Set<Sign> signs = EnumSet.noneOf(Sign.class);
    private final EnergyTrace energies = new EnergyTrace();
    private final Set<String> warnings = new LinkedHashSet<>();
    private Optional<CodeError> error = Optional.empty();
    private Optional<Verdict.NotThisCalculation> contradiction = Optional.empty();
    private Optional<String> broken = Optional.empty();
    private Optional<Field> firstUnconverged = Optional.empty();
    private Optional<Field> lastField = Optional.empty();
    private Last last = new Last.None();
    private int lastNumber;

    public Course(Consumer<Step> consumer) {
        this.consumer = consumer;
    }

    /// A whole step, as the file counts it.
    public void step(int number, Step step, Scf scf) {
        energies.add(step.energies().free());
        last = new Last.Of(step);
        lastNumber = number;
        Field field = new Field(number, step.iterations(), scf);
        lastField = Optional.of(field);
        if (scf == Scf.UNCONVERGED) {
            firstUnconverged = firstUnconverged.or(() -> Optional.of(field));
            warn("not converged: " + field.what());
        }
        consumer.accept(step);
    }

    public void sign(Sign sign) {
        signs.add(sign);
    }

    public void withdraw(Sign sign) {
        signs.remove(sign);
    }

    /// The first message after which VASP stops is the cause; others warn.
    public void message(KnownMessages.Found found) {
        warn(found.error().message() + " (" + found.error().signature() + ")");
        boolean vague = error.map(CodeError::signature)
                .filter(VaspMessages.REFUSES::equals)
                .isPresent();
        if (found.then() == KnownMessages.Then.STOPS && (error.isEmpty() || vague)) {
            error = Optional.of(found.error());
        }
    }

    public void warn(String warning) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(warning);
        }
    }

    public void contradicts(String asked, String did) {
        if (contradiction.isEmpty()) {
            contradiction = Optional.of(new Verdict.NotThisCalculation(asked, did));
        }
    }

    /// Something in a step that is no number.
    public void broken(String what) {
        broken = broken.or(() -> Optional.of(what));
    }

    /// What another file of the same run tells, and this one may not.
    public void adopt(Course other) {
        for (Sign sign : List.of(Sign.REACHED_ACCURACY, Sign.STOPPED_BY_USER)) {
            if (other.has(sign) && other.steps() == steps()) {
                sign(sign);
            }
        }
    }

    public boolean has(Sign sign) {
        return signs.contains(sign);
    }

    public int steps() {
        return energies.count();
    }

    /// The number of the last whole step; larger than their count if machine-learned steps lie between.
    public int lastNumber() {
        return lastNumber;
    }

    public Last last() {
        return last;
    }

    public EnergyTrace energies() {
        return energies;
    }

    public Optional<CodeError> error() {
        return error;
    }

    public Optional<Verdict.NotThisCalculation> contradiction() {
        return contradiction;
    }

    public Optional<String> broken() {
        return broken;
    }

    public Optional<Field> firstUnconverged() {
        return firstUnconverged;
    }

    public Optional<Field> lastField() {
        return lastField;
    }

    public List<String> warnings() {
        return new ArrayList<>(warnings);
    }
}
