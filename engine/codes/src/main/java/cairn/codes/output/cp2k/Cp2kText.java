package cairn.codes.output.cp2k;

import cairn.codes.CodeError;
import cairn.codes.output.Appended;
import cairn.codes.output.Cost;
import cairn.codes.output.Line;
import cairn.codes.output.Output;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The text of CP2K, line by line: heading, then for each set of positions an SCF, its energy, forces and stress, then
/// how it ended.
///
/// A step is whole once CP2K goes on to something else. After an optimization it computes the energy of the last
/// positions once more, often without forces: that energy takes the place of the first one, and is no step of its own.
/// Texts of several runs may follow each other in one file; how the last one ended counts.
final class Cp2kText {
    private final Consumer<Step> steps;
    private final Beside beside;
    private final Cp2kBand band;
    private final List<String> warnings = new ArrayList<>();

    private Cp2kSettings settings = new Cp2kSettings();
    private Cp2kGeometry geometry = new Cp2kGeometry();
    private Cp2kEnding ending = new Cp2kEnding();
    private Optional<Cp2kStep> current = Optional.empty();
    private Output.Last last = new Output.Last.None();
    private int runs;
    private int count;
    /// How many steps there were when the run began that is gone through.
    private int countBefore;
    private boolean garbled;
    private boolean again;
    /// Whether this is the output of one image of a band, in which nothing follows the last forces.
    private boolean replica;
    private double wall = Cost.UNSAID;
    private double memory = Cost.UNSAID;

    Cp2kText(Consumer<Step> steps, Beside beside) {
        this.steps = steps;
        this.band = new Cp2kBand(steps);
        this.beside = beside;
    }

    void take(Line line) {
        if (line.first() == '*' && line.contains("PROGRAM STARTED AT")) {
            restart();
        }
        if (endsStep(line)) {
            finish();
        }
        again |= line.begins("Reevaluating energy at the minimum");
        if (current.isEmpty() && line.begins("SCF WAVEFUNCTION OPTIMIZATION")) {
            current = Optional.of(new Cp2kStep(geometry.structure()));
        }
        current.ifPresent(step -> step.take(line));
        replica |= line.first() == '*' && line.contains("BAND EVALUATION OF ENERGIES");
        if (replica && (line.begins("SUM OF ATOMIC FORCES") || line.begins("FORCES| Sum"))) {
            finish();
        }
        if (count == countBefore && current.isEmpty()) {
            settings.take(line);
            geometry.take(line);
        }
        band.take(line);
        ending.take(line);
        cost(line);
    }

    private void restart() {
        runs++;
        if (runs > 1) {
            warnings.addAll(ending.messages());
            settings = new Cp2kSettings();
            geometry = new Cp2kGeometry();
            ending = new Cp2kEnding();
            current = Optional.empty();
            again = false;
            garbled = false;
            countBefore = count;
        }
    }

    private boolean endsStep(Line line) {
        return switch (line.first()) {
            case 'O' -> line.begins("OPTIMIZATION STEP:");
            case 'M' -> line.begins("MD| Step number") || line.begins("MD_INI| MD initialization");
            case 'S' -> line.begins("STEP NUMBER") || (!again && line.begins("SCF WAVEFUNCTION OPTIMIZATION"));
            case '-' -> line.contains("DBCSR STATISTICS");
            case '*' -> line.contains("BAND EVALUATION OF ENERGIES") || line.contains("PROGRAM ENDED AT");
            default -> false;
        };
    }

    private void finish() {
        if (current.isEmpty()) {
            return;
        }
        Cp2kStep step = current.get();
        if (!step.hasEnergy() && !step.isGarbled()) {
            return;
        }
        garbled |= step.isGarbled();
        step.finished(new SaidForces.NotGiven()).ifPresent(this::hand);
        current = Optional.empty();
        geometry.moved();
    }

    private void hand(Step step) {
        double energy = step.energies().free();
        SaidForces forces = step.forces() instanceof SaidForces.NotGiven ? beside.forces(energy) : step.forces();
        SaidStructure structure =
                step.structure() instanceof SaidStructure.NotGiven ? structureBeside() : step.structure();
        SaidMoment moment = step.moment() instanceof SaidMoment.NotGiven ? settings.moment() : step.moment();
        Step whole = new Step(step.energies(), forces, step.stress(), structure, moment, step.iterations());
        count++;
        last = new Output.Last.Of(whole);
        steps.accept(whole);
    }

    private SaidStructure structureBeside() {
        return settings.hasOneCell()
                ? beside.positions(count - countBefore, current.orElseThrow().firstEnergy())
                        .map(frame -> geometry.structure(frame, beside.sections()))
                        .orElseGet(SaidStructure.NotGiven::new)
                : new SaidStructure.NotGiven();
    }

    private void cost(Line line) {
        if (line.begins("CP2K ")) {
            double seconds = Line.of(line.word(6)).numberFrom(0);
            wall = Double.isFinite(seconds) ? seconds : wall;
        } else if (isOfMemory(line)) {
            memory = line.numberAfter("[MiB]");
        }
    }

    /// The first letter is cheap to look at: this is asked of every line.
    private static boolean isOfMemory(Line line) {
        return (line.first() == 'M' || line.first() == 'E')
                && line.contains("stimated peak process memory")
                && line.contains("[MiB]");
    }

    Cp2kSettings settings() {
        return settings;
    }

    Output output(Verdict verdict, Cp2kInput input, Replicas replicas) {
        warnings.addAll(ending.warnings(replicas));
        Appended.warning(runs).ifPresent(warnings::add);
        boolean isBand = band.steps().count() > 0;
        return new Output(
                "CP2K",
                settings.version(),
                verdict,
                isBand ? band.steps().count() : count,
                isBand ? band.steps().last() : last,
                settings.fingerprint(input.settings()),
                warnings.stream().distinct().toList(),
                new Cost(wall, memory));
    }

    /// @param end how many bytes the whole lines take
    Verdict verdict(long end, Cp2kInput input, Replicas replicas) {
        Verdict verdict = ending.verdict(end, count - countBefore, input, replicas);
        return garbled && verdict instanceof Verdict.Complete
                ? new Verdict.Crashed(new CodeError(
                        "cp2k/not-a-number",
                        "stars or NaN stand where energies, forces or stresses should",
                        "look for atoms that overlap, and at the cutoffs"))
                : verdict;
    }
}
