package cairn.codes.output.vasp;

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
final class Course {
    /// What a file says of the run as a whole.
    enum Sign {
        /// It came to its end: the accounting of OUTCAR, the last tag of vasprun.xml.
        ENDED,
        /// The ions met their criterion.
        REACHED_ACCURACY,
        /// STOPCAR asked it to stop after a step (LSTOP), or at once (LABORT).
        STOPPED_BY_USER
    }

    /// How the SCF of a step ended.
    enum Scf {
        CONVERGED,
        UNCONVERGED
    }

    /// The SCF of the step with this number.
    record Field(int step, int iterations, Scf scf) {
        String what() {
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

    Course(Consumer<Step> consumer) {
        this.consumer = consumer;
    }

    /// A whole step, as the file counts it.
    void step(int number, Step step, Scf scf) {
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

    void sign(Sign sign) {
        signs.add(sign);
    }

    void withdraw(Sign sign) {
        signs.remove(sign);
    }

    /// The first message after which VASP stops is the cause; others warn.
    void message(KnownMessages.Found found) {
        warn(found.error().message() + " (" + found.error().signature() + ")");
        boolean vague = error.map(CodeError::signature)
                .filter(VaspMessages.REFUSES::equals)
                .isPresent();
        if (found.then() == KnownMessages.Then.STOPS && (error.isEmpty() || vague)) {
            error = Optional.of(found.error());
        }
    }

    void warn(String warning) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(warning);
        }
    }

    void contradicts(String asked, String did) {
        if (contradiction.isEmpty()) {
            contradiction = Optional.of(new Verdict.NotThisCalculation(asked, did));
        }
    }

    /// Something in a step that is no number.
    void broken(String what) {
        broken = broken.or(() -> Optional.of(what));
    }

    /// What another file of the same run tells, and this one may not.
    void adopt(Course other) {
        for (Sign sign : List.of(Sign.REACHED_ACCURACY, Sign.STOPPED_BY_USER)) {
            if (other.has(sign) && other.steps() == steps()) {
                sign(sign);
            }
        }
    }

    boolean has(Sign sign) {
        return signs.contains(sign);
    }

    int steps() {
        return energies.count();
    }

    /// The number of the last whole step; larger than their count if machine-learned steps lie between.
    int lastNumber() {
        return lastNumber;
    }

    Last last() {
        return last;
    }

    EnergyTrace energies() {
        return energies;
    }

    Optional<CodeError> error() {
        return error;
    }

    Optional<Verdict.NotThisCalculation> contradiction() {
        return contradiction;
    }

    Optional<String> broken() {
        return broken;
    }

    Optional<Field> firstUnconverged() {
        return firstUnconverged;
    }

    Optional<Field> lastField() {
        return lastField;
    }

    List<String> warnings() {
        return new ArrayList<>(warnings);
    }
}
