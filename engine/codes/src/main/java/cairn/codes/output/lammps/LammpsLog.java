package cairn.codes.output.lammps;

import cairn.codes.bands.lammps.LammpsUnits;
import cairn.codes.bands.lammps.Snapshot;
import cairn.codes.lammps.KnownErrors;
import cairn.codes.output.Appended;
import cairn.codes.output.Cost;
import cairn.codes.output.Energies;
import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output;
import cairn.codes.output.Output.Last;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.codes.output.Verdict.Saved;
import cairn.structure.format.FormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A log of LAMMPS, `log.lammps` or what went to the screen: [LogSettings], [Thermo], [Loops], and
///
///     limit  := "WARNING: Wall time limit reached"
///     error  := "ERROR" text                                  the first one counts
///     memory := "Per MPI rank memory allocation (min/avg/max) =" number "|" number "|" number "Mbytes"
///     end    := "Total wall time:" h ":" mm ":" ss
///
/// Structure and forces of the last step come from a dump that the log names, if it lies beside the log and holds that
/// step.
///
/// Logs of 29 Sep 2021 - Update 2 were read for this.
public final class LammpsLog implements OutputReader {
    @Override
    public String what() {
        return "a log of LAMMPS";
    }

    @Override
    public boolean isOne(String head) {
        return head.lines().limit(20).anyMatch(line -> line.startsWith("LAMMPS ("));
    }

    @Override
    public Output read(Path file, Consumer<Step> steps) {
        Pass pass = new Pass(file, steps);
        try (LineReader lines = LineReader.open(file)) {
            while (lines.next()) {
                pass.take(lines.line());
            }
            return pass.output(lines.position());
        }
    }

    private static final class Pass {
        private final Path file;
        private final Consumer<Step> consumer;
        private LogSettings settings = new LogSettings();
        private Loops loops = new Loops();
        private Thermo thermo = new Thermo();
        private final List<String> warnings = new ArrayList<>();
        private Optional<Thermo.Row> row = Optional.empty();
        private Optional<String> broken = Optional.empty();
        private Optional<String> error = Optional.empty();
        private Optional<String> limit = Optional.empty();
        private Last last = new Last.None();
        /// Whether what runs is a minimization, and so its last row still to be printed with all digits.
        private boolean minimizes;
        private boolean expectsEnergy;
        private int steps;
        private int runs;
        private double seconds = Cost.UNSAID;
        private double mebibytes = Cost.UNSAID;

        Pass(Path file, Consumer<Step> consumer) {
            this.file = file;
            this.consumer = consumer;
        }

        void take(Line line) {
            if (LogSettings.isHeading(line)) {
                restart();
                settings.heading(line);
                return;
            }
            switch (thermo.take(line)) {
                case ROW -> row();
                case BROKEN_ROW ->
                    broken = Optional.of(
                            "a row of numbers that are none: " + line.text().strip());
                case FINAL_ENERGY -> finalEnergy();
                case OTHER -> other(line);
            }
        }

        /// A run that goes on from a restart file may append to the log of the run before.
        private void restart() {
            runs++;
            if (runs > 1) {
                row.filter(_ -> !expectsEnergy).ifPresent(known -> emit(step(known)));
                row = Optional.empty();
                warnings.addAll(loops.warnings());
                settings = new LogSettings();
                loops = new Loops();
                thermo = new Thermo();
                broken = Optional.empty();
                error = Optional.empty();
                limit = Optional.empty();
                minimizes = false;
                expectsEnergy = false;
                seconds = Cost.UNSAID;
            }
        }

        private void finalEnergy() {
            row = row.map(known -> known.withEnergy(thermo.finalEnergy(units())));
            expectsEnergy = false;
        }

        private void other(Line line) {
            loops.take(line);
            // Screens do not show commands, but this.
            if (line.begins("minimize ")
                    || line.begins("neb ")
                    || (line.begins("Setting up") && line.contains("minimization"))) {
                minimizes = true;
            } else if (line.begins("run ") || line.begins("Setting up Verlet")) {
                minimizes = false;
            }
            switch (line.first()) {
                case 'E' -> error = line.begins("ERROR") ? error.or(() -> Optional.of(line.text())) : error;
                case 'W' -> warning(line);
                case 'T' -> wall(line);
                case 'P' -> memory(line);
                default -> {}
            }
            settings.take(line);
        }

        private LammpsUnits units() {
            return settings.units()
                    .orElseThrow(() -> new FormatException(
                            file.toString(),
                            FormatException.WHOLE_FILE,
                            "energies in units " + settings.unitsName() + " are not known in eV",
                            "give a run in units metal, real or electron"));
        }

        /// A row waits for the next one, since more may be said of the last.
        private void row() {
            row.ifPresent(known -> emit(step(known)));
            row = Optional.of(thermo.row(units()));
            expectsEnergy = minimizes;
        }

        private void emit(Step step) {
            steps++;
            last = new Last.Of(step);
            consumer.accept(step);
        }

        private static Step step(Thermo.Row row) {
            return step(row, new SaidForces.NotGiven(), new SaidStructure.NotGiven());
        }

        private static Step step(Thermo.Row row, SaidForces forces, SaidStructure structure) {
            return new Step(Energies.free(row.energy()), forces, row.stress(), structure, new SaidMoment.NotGiven(), 0);
        }

        private void warning(Line line) {
            if (line.begins("WARNING: Wall time limit reached")) {
                limit = Optional.of(line.text());
            } else if (line.begins("WARNING") && warnings.size() < 20 && !warnings.contains(line.text())) {
                warnings.add(line.text());
            }
        }

        private void wall(Line line) {
            if (line.begins("Total wall time:")) {
                String[] parts = line.textAfter("time:").split(":");
                seconds = 0;
                for (String part : parts) {
                    seconds = 60 * seconds + Line.of(part).numberFrom(0);
                }
            }
        }

        private void memory(Line line) {
            if (line.begins("Per MPI rank memory allocation")) {
                mebibytes = Line.of(line.text().replaceFirst(".*\\|", "")).numberFrom(0);
            }
        }

        Output output(long at) {
            row.filter(_ -> !expectsEnergy).ifPresent(known -> emit(withSnapshot(known)));
            warnings.addAll(loops.warnings());
            Appended.warning(runs).ifPresent(warnings::add);
            return new Output(
                    "LAMMPS",
                    settings.version(),
                    verdict(at),
                    steps,
                    last,
                    settings.fingerprint(),
                    warnings,
                    new Cost(seconds, mebibytes));
        }

        private Step withSnapshot(Thermo.Row known) {
            for (String name : settings.dumps()) {
                Path dump = file.resolveSibling(name.replaceFirst(".*/", ""));
                Optional<Snapshot> snapshot = Files.isRegularFile(dump) ? snapshot(dump) : Optional.empty();
                if (snapshot.filter(found -> found.step() == known.step()).isPresent()) {
                    return step(
                            known,
                            snapshot.get()
                                    .forces()
                                    .<SaidForces>map(SaidForces.Given::new)
                                    .orElseGet(SaidForces.NotGiven::new),
                            new SaidStructure.Given(snapshot.get().structure()));
                }
            }
            return step(known);
        }

        private Optional<Snapshot> snapshot(Path dump) {
            try {
                return Optional.of(Snapshot.last(dump, settings.lines(), units()));
            } catch (FormatException problem) {
                warnings.add(problem.getMessage());
                return Optional.empty();
            }
        }

        private Verdict verdict(long at) {
            if (error.isPresent()) {
                return new Verdict.Crashed(KnownErrors.of(error.get()));
            }
            if (Double.isNaN(seconds)) {
                return new Verdict.Truncated(at);
            }
            if (limit.isPresent()) {
                return new Verdict.OutOfTime(Saved.UNSAID, limit.get());
            }
            return broken.or(loops::unmet)
                    .or(() -> steps == 0 ? Optional.of("it gives no energy") : Optional.empty())
                    .<Verdict>map(Verdict.Unconverged::new)
                    .orElseGet(Verdict.Complete::new);
        }
    }
}
