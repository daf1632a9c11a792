package cairn.codes.output.gpaw;

import cairn.codes.CodeError;
import cairn.codes.output.Cost;
import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output;
import cairn.codes.output.Output.Last;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The text output of GPAW 1 to 25: [GpawHead], then a [GpawStep] for each set of positions, and at the end
///
///     changes := "System changes:" ...                     before each further step
///     timing  := "Timing:" ..., "Total:" number number "%"
///     memory  := "Memory usage:" number "MiB"
///     end     := "Date:" ...                               the second one; the first is in the banner
///
/// GPAW closes its file in the same way when the script fails, so the end alone means nothing; standard error beside
/// it, `x.err` for `x.txt`, tells why. Whether a relaxation converged is known to the script only.
///
/// Texts of GPAW 22.8 were read for this.
public final class GpawText implements OutputReader {
    @Override
    public String what() {
        return "a text output of GPAW";
    }

    @Override
    public boolean isOne(String head) {
        return head.lines().limit(40).anyMatch(line -> line.strip().startsWith(GpawHead.BANNER));
    }

    @Override
    public Output read(Path file, Consumer<Step> steps) {
        Pass pass = new Pass(steps);
        try (LineReader lines = LineReader.open(file)) {
            while (lines.next()) {
                pass.take(lines.line());
            }
            return pass.output(lines.position(), GpawErrors.beside(file));
        }
    }

    private static final class Pass {
        private static final String BEGINNING = "Positions:";

        private final Consumer<Step> consumer;
        private final GpawHead head = new GpawHead();
        private final List<String> warnings = new ArrayList<>();
        private Optional<GpawStep> current = Optional.empty();
        private Optional<String> unconverged = Optional.empty();
        private Last last = new Last.None();
        private boolean brokenOff;
        private int steps;
        private int banners;
        private int dates;
        private double seconds = Cost.UNSAID;
        private double mebibytes = Cost.UNSAID;

        Pass(Consumer<Step> consumer) {
            this.consumer = consumer;
        }

        void take(Line line) {
            if (line.indent() == 0) {
                marks(line);
            } else if (line.begins(GpawHead.BANNER)) {
                banners++;
            }
            if (current.isPresent()) {
                current.get().take(line);
            } else {
                head.take(line);
            }
        }

        private void marks(Line line) {
            switch (line.first()) {
                case 'P' -> begin(line);
                case 'S' -> endAt(line, "System changes:");
                case 'T' -> timing(line);
                case 'M' -> memory(line);
                case 'D' -> dates += line.begins("Date:") ? 1 : 0;
                default -> {}
            }
        }

        private void begin(Line line) {
            if (line.begins(BEGINNING)) {
                end();
                current = Optional.of(new GpawStep());
            }
        }

        private void endAt(Line line, String words) {
            if (line.begins(words)) {
                end();
            }
        }

        private void timing(Line line) {
            endAt(line, "Timing:");
            if (line.begins("Total:")) {
                seconds = line.numberAfter("Total:");
            }
        }

        private void memory(Line line) {
            endAt(line, "Memory usage:");
            if (line.begins("Memory usage:")) {
                mebibytes = line.numberAfter("usage:");
            }
        }

        /// What GPAW says of a step may come in parts (energy, then forces, then stress), so it ends where the next
        /// begins.
        private void end() {
            current.ifPresent(this::ended);
            current = Optional.empty();
        }

        private void ended(GpawStep step) {
            if (step.hasEnergy() && step.isConverged() && !step.isGarbled()) {
                Step whole = step.step();
                steps++;
                last = new Last.Of(whole);
                consumer.accept(whole);
            } else {
                unfinished(step);
            }
        }

        private void unfinished(GpawStep step) {
            String number = "step " + (steps + 1);
            if (step.gaveUp()) {
                unconverged = Optional.of("the SCF of " + number + " after " + step.iterations() + " iterations");
            } else if (step.isGarbled()) {
                unconverged = Optional.of(number + ", in which something is no number");
            } else {
                brokenOff = true;
            }
        }

        Output output(long at, Optional<CodeError> error) {
            error.ifPresent(found -> warnings.add(found.message()));
            return new Output(
                    "GPAW",
                    head.version(),
                    verdict(at, error),
                    steps,
                    last,
                    head.fingerprint(),
                    warnings,
                    new Cost(seconds, mebibytes));
        }

        private Verdict verdict(long at, Optional<CodeError> error) {
            if (banners > 1) {
                return new Verdict.NotThisCalculation("one calculation", banners + " in one file");
            }
            if (unconverged.isPresent()) {
                return new Verdict.Unconverged(unconverged.get());
            }
            return ended(at, error);
        }

        private Verdict ended(long at, Optional<CodeError> error) {
            if (error.isPresent()) {
                return new Verdict.Crashed(error.get());
            }
            if (dates < 2) {
                return new Verdict.Truncated(at);
            }
            return steps > 0 && !brokenOff ? new Verdict.Complete() : new Verdict.Crashed(silent());
        }

        private static CodeError silent() {
            return new CodeError(
                    "gpaw/no-energy",
                    "GPAW ended before it had the energy of its last positions",
                    "Look at standard error of the script, where Python says why.");
        }
    }
}
