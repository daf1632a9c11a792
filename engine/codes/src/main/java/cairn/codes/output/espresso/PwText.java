package cairn.codes.output.espresso;

import cairn.codes.CodeError;
import cairn.codes.output.Appended;
import cairn.codes.output.Cost;
import cairn.codes.output.Line;
import cairn.codes.output.Output;
import cairn.codes.output.Step;
import cairn.codes.output.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The text of pw.x, line by line: heading, then for each set of positions an SCF, its energy, forces and stress, then
/// how it ended.
///
/// A step is whole once pw.x goes on to something else: to move the ions, or to its timings. Texts of several runs may
/// follow each other in one file; then how the last one ended counts.
final class PwText {
    private final Consumer<Step> steps;
    private final List<String> warnings = new ArrayList<>();

    private PwSettings settings = new PwSettings();
    private PwGeometry geometry = new PwGeometry();
    private PwEnding ending = new PwEnding();
    private Optional<PwStep> current = Optional.empty();
    private Output.Last last = new Output.Last.None();
    private int count;
    private int runs;
    private boolean garbled;
    private double wall = Cost.UNSAID;
    private double memory = Cost.UNSAID;

    PwText(Consumer<Step> steps) {
        this.steps = steps;
    }

    void take(Line line) {
        if (line.isBlank()) {
            geometry.take(line);
            settings.take(line);
            return;
        }
        if (line.begins("Program PWSCF")) {
            restart();
        }
        if (endsStep(line)) {
            finish();
        }
        geometry.take(line);
        if (line.begins("Self-consistent Calculation")) {
            current = Optional.of(new PwStep(geometry.structure(), geometry.atoms(), settings.smearing()));
        }
        if (current.isEmpty()) {
            settings.take(line);
            settings.site(line);
            memory(line);
        } else {
            current.get().take(line);
        }
        ending.take(line);
        wall(line);
    }

    private void restart() {
        runs++;
        if (runs > 1) {
            warnings.addAll(ending.warnings());
        }
        settings = new PwSettings();
        geometry = new PwGeometry();
        ending = new PwEnding();
        current = Optional.empty();
        garbled = false;
    }

    /// `End of self-consistent calculation` does not: energy and forces follow.
    private static boolean endsStep(Line line) {
        return switch (line.first()) {
            case 'A' -> line.begins("ATOMIC_POSITIONS");
            case 'C' -> line.begins("CELL_PARAMETERS");
            case 'B' -> line.begins("BFGS Geometry Optimization");
            case 'E' ->
                line.begins("Energy error")
                        || line.begins("Entering Dynamics")
                        || (line.begins("End of ") && !line.begins("End of self-consistent"));
            case 'S' -> line.begins("Self-consistent Calculation");
            case 'T' -> line.begins("The maximum number of steps");
            case 'i' -> line.begins("init_run ");
            default -> false;
        };
    }

    private void finish() {
        if (current.isEmpty()) {
            return;
        }
        PwStep step = current.get();
        garbled |= step.isGarbled();
        step.finished().ifPresent(this::hand);
        if (step.finished().isPresent() || step.isGarbled()) {
            current = Optional.empty();
        }
    }

    private void hand(Step step) {
        if (step.moment() instanceof Step.SaidMoment.Given) {
            settings.collinear();
        }
        count++;
        last = new Output.Last.Of(step);
        steps.accept(step);
    }

    /// `PWSCF : 1m44.62s CPU 2h 3m WALL`
    private void wall(Line line) {
        if (line.begins("PWSCF ") && line.contains("WALL")) {
            wall = Durations.seconds(line.text().substring(line.indexOf("CPU") + 3, line.indexOf("WALL")));
        }
    }

    private void memory(Line line) {
        if (line.begins("Estimated max dynamical RAM per process")) {
            double unit = line.contains("GB") ? 1024 : line.contains("KB") ? 1.0 / 1024 : 1;
            memory = unit * line.numberAfter(">");
        }
    }

    PwSettings settings() {
        return settings;
    }

    PwEnding ending() {
        return ending;
    }

    /// @param verdict of all that is known, also from beside
    Output output(Verdict verdict) {
        warnings.addAll(ending.warnings());
        Appended.warning(runs).ifPresent(warnings::add);
        return new Output(
                "pw.x",
                settings.version(),
                verdict,
                count,
                last,
                settings.fingerprint(),
                warnings,
                new Cost(wall, memory));
    }

    Verdict verdict(long end) {
        Verdict verdict = ending.verdict(end);
        return garbled && verdict instanceof Verdict.Complete
                ? new Verdict.Crashed(new CodeError(
                        "espresso/not-a-number",
                        "stars or NaN stand where energies, forces or stresses should",
                        "look for atoms that overlap, and at the cutoffs"))
                : verdict;
    }
}
