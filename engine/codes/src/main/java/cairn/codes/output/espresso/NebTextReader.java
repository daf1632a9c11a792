package cairn.codes.output.espresso;

import cairn.codes.output.BandSteps;
import cairn.codes.output.Cost;
import cairn.codes.output.Fingerprint;
import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Verdict;
import cairn.codes.output.Verdict.OutOfTime;
import cairn.codes.output.Verdict.Saved;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads what neb.x writes to its standard output: how it ended, and the energies of each iteration; `cairn band` reads
/// the band itself.
///
///     "Program NEB v." word "starts on"
///     "image        energy (eV)        error (eV/A)        frozen"
///     int number number ("T" | "F")                                     each image, until the length of the path
///     "path length          =" number "bohr"
///     "neb: convergence achieved in" int "iterations" | "neb: reached the maximum number of steps"
///     "WARNING :  scf convergence NOT achieved on image" int
public final class NebTextReader implements OutputReader {
    @Override
    public String what() {
        return "neb.x, its text";
    }

    @Override
    public boolean isOne(String head) {
        return head.contains("Program NEB ");
    }

    @Override
    public Output read(Path file, Consumer<Step> steps) {
        Said said = new Said(new BandSteps(steps));
        try (LineReader lines = LineReader.open(file)) {
            while (lines.next()) {
                said.take(lines.line());
            }
            return said.output(lines.position());
        }
    }

    /// What it has said so far.
    private static final class Said {
        private final BandSteps band;
        private final PwEnding ending = new PwEnding();
        private boolean isInTable;
        private String version = Output.UNKNOWN_VERSION;
        private boolean converged;
        private String unconverged = "";
        private String stopped = "";
        private double wall = Cost.UNSAID;

        Said(BandSteps band) {
            this.band = band;
        }

        void take(Line line) {
            ending.take(line);
            table(line);
            switch (line.first()) {
                case 'P' -> program(line);
                case 'n' -> verdict(line);
                case 'W' -> image(line);
                case 'N' -> wall(line);
                case 'M' ->
                    stopped = line.begins("Maximum CPU time exceeded")
                            ? line.text().strip()
                            : stopped;
                case 's' ->
                    stopped = line.begins("stopped by user") ? line.text().strip() : stopped;
                default -> {}
            }
        }

        private void table(Line line) {
            if (line.begins("image        energy (eV)")) {
                isInTable = true;
                band.begin();
            } else if (line.begins("path length")) {
                isInTable = false;
                band.end();
            } else if (isInTable && Character.isDigit(line.first())) {
                band.image(Line.of(line.word(1)).numberFrom(0));
            }
        }

        private void program(Line line) {
            if (line.begins("Program NEB")) {
                version = line.word(2).replaceFirst("^v\\.", "");
            } else if (line.begins("Program stopped by user request")) {
                stopped = line.text().strip();
            }
        }

        private void verdict(Line line) {
            converged |= line.begins("neb: convergence achieved");
            if (line.begins("neb: reached the maximum number of steps")) {
                unconverged = "the band, within the steps that it had";
            }
        }

        private void image(Line line) {
            if (line.contains("scf convergence NOT achieved")) {
                unconverged = "the SCF of image " + line.textAfter("image");
            }
        }

        private void wall(Line line) {
            if (line.begins("NEB ") && line.contains("WALL")) {
                wall = Durations.seconds(line.text().substring(line.indexOf("CPU") + 3, line.indexOf("WALL")));
            }
        }

        Output output(long end) {
            Fingerprint fingerprint =
                    Fingerprint.of(Map.of(Fingerprint.Key.CODE, "neb.x", Fingerprint.Key.VERSION, version));
            List<String> warnings = new ArrayList<>(ending.warnings());
            warnings.add(BandSteps.WARNING);
            return new Output(
                    "neb.x",
                    version,
                    verdict(end),
                    band.count(),
                    band.last(),
                    fingerprint,
                    warnings,
                    new Cost(wall, Cost.UNSAID));
        }

        private Verdict verdict(long end) {
            Verdict verdict = ending.verdict(end);
            if (!(verdict instanceof Verdict.Complete)) {
                return verdict;
            }
            if (!stopped.isEmpty()) {
                return new OutOfTime(Saved.RESTARTABLE, stopped);
            }
            if (!unconverged.isEmpty()) {
                return new Verdict.Unconverged(unconverged);
            }
            return converged ? verdict : new Verdict.Unconverged("the band: neb.x says nothing of its convergence");
        }
    }
}
