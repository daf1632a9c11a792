package cairn.codes.output.xyz;

import cairn.codes.bands.ase.BoxedXyz;
import cairn.codes.output.Cost;
import cairn.codes.output.Energies;
import cairn.codes.output.Fingerprint;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output;
import cairn.codes.output.Output.Last;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.structure.Evaluation;
import cairn.structure.Stress;
import cairn.structure.Structure;
import cairn.structure.format.ExtendedXyz;
import cairn.structure.format.FormatException;
import cairn.structure.format.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// An extended XYZ file; a frame with an energy is a step. The file has no end mark: it is taken for complete if its
/// last frame is whole, and a warning says that more may have been meant to follow.
public final class XyzOutput implements OutputReader {
    private static final Pattern COUNT = Pattern.compile("\\s*\\d{1,9}\\s*");

    @Override
    public String what() {
        return "an extended XYZ file";
    }

    @Override
    public boolean isOne(String head) {
        List<String> lines = head.lines().limit(2).toList();
        return lines.size() == 2
                && COUNT.matcher(lines.getFirst()).matches()
                && (lines.getLast().contains("Properties=") || lines.getLast().contains("Lattice="));
    }

    @Override
    public Output read(Path file, Consumer<Step> steps) {
        Pass pass = new Pass(file, steps);
        try (LineReader lines = LineReader.open(file)) {
            Optional<String> frame = pass.frame(lines);
            while (frame.isPresent()) {
                pass.take(frame.get());
                frame = pass.frame(lines);
            }
            return pass.output(lines);
        }
    }

    private static final class Pass {
        private final Path file;
        private final Consumer<Step> consumer;
        private final List<String> warnings = new ArrayList<>();
        private Last last = new Last.None();
        private int steps;
        private int frames;
        private boolean cut;

        Pass(Path file, Consumer<Step> consumer) {
            this.file = file;
            this.consumer = consumer;
        }

        /// The lines of the next whole frame.
        Optional<String> frame(LineReader lines) {
            StringBuilder text = new StringBuilder();
            int left = 1;
            while (left > 0 && lines.next()) {
                String line = lines.line().text();
                if (text.isEmpty() && COUNT.matcher(line).matches()) {
                    left = 2 + Integer.parseInt(line.strip());
                } else if (text.isEmpty() && !line.isBlank()) {
                    throw lines.problem("a number of atoms should stand here", "give the file as it was written");
                }
                if (!text.isEmpty() || !line.isBlank()) {
                    text.append(line).append('\n');
                    left--;
                }
            }
            cut = left > 0 && !text.isEmpty();
            return text.isEmpty() || cut ? Optional.empty() : Optional.of(text.toString());
        }

        void take(String text) {
            frames++;
            try {
                ExtendedXyz.parseFrames(BoxedXyz.of(text), file.toString()).forEach(this::take);
            } catch (FormatException problem) {
                throw new FormatException(
                        file.toString(),
                        FormatException.WHOLE_FILE,
                        "frame " + frames + ": " + problem.what(),
                        problem.todo());
            }
        }

        private void take(Frame frame) {
            switch (frame.computed()) {
                case Frame.Computed.Nothing _, Frame.Computed.ForcesOnly _ -> {}
                case Frame.Computed.Energy(double energy) ->
                    emit(frame.structure(), energy, new SaidForces.NotGiven(), new Stress.NotGiven());
                case Frame.Computed.EnergyAndForces(Evaluation evaluation) ->
                    emit(
                            frame.structure(),
                            evaluation.energyEv(),
                            new SaidForces.Given(evaluation.forces()),
                            evaluation.stress());
            }
        }

        private void emit(Structure structure, double energy, SaidForces forces, Stress stress) {
            Step step = new Step(
                    Energies.free(energy),
                    forces,
                    stress,
                    new SaidStructure.Given(structure),
                    new SaidMoment.NotGiven(),
                    0);
            steps++;
            last = new Last.Of(step);
            consumer.accept(step);
        }

        Output output(LineReader lines) {
            warnings.add("the file does not say whether more frames were to follow, nor by what they were computed");
            if (frames > steps) {
                warnings.add((frames - steps) + " of " + frames + " frames have no energy");
            }
            return new Output(
                    "extended XYZ",
                    Output.UNKNOWN_VERSION,
                    cut || lines.endsInside() || frames == 0 ? new Verdict.Truncated(lines.position()) : whole(),
                    steps,
                    last,
                    Fingerprint.of(Map.of()),
                    warnings,
                    Cost.unsaid());
        }

        private Verdict whole() {
            return steps > 0 ? new Verdict.Complete() : new Verdict.Unconverged("no frame has an energy");
        }
    }
}
