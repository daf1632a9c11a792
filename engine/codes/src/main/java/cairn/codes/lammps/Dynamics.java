package cairn.codes.lammps;

import cairn.codes.Deck;
import cairn.codes.Reading;
import cairn.codes.Reading.Reached;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Room;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Molecular dynamics: Verlet, with the thermostat and barostat of Nose and Hoover where there is one. The cell
/// breathes under pressure and keeps its shape.
final class Dynamics {
    /// So many timesteps is the time in which a thermostat acts, and ten times as many that of a barostat: what the
    /// manual recommends at `fix nvt`.
    private static final double DAMPING_STEPS = 100;

    /// As many instants are told of a run, and a tenth of them dumped.
    private static final int SAMPLES = 5000;

    private static final int FRAMES = 500;
    private static final double FS_PER_PS = 1000;
    private static final String HEAD = "Step PotEng Temp Press ";

    private final Run run;

    Dynamics(KimModel model) {
        this.run = new Run(model, "dynamics.in");
    }

    Deck deck(Task.Dynamics task, Start start, Room room) {
        Structure structure = Run.first(task.structure(), start);
        Map<String, Object> values = run.values(structure, room);
        double timestep = task.timestepFs() / FS_PER_PS;
        values.put("from", start instanceof Start.Saved ? RestartFile.FROM : "");
        values.put("masses", masses(structure));
        values.put("timestepPs", timestep);
        values.put("dampingPs", DAMPING_STEPS * timestep);
        values.put("barostatPs", 10 * DAMPING_STEPS * timestep);
        values.put("steps", task.steps());
        values.put("stepsDone", start.stepsDone());
        values.put("seed", task.seed());
        values.put("temperatureK", task.ensemble().temperatureK());
        values.put("ensemble", ensemble(task.ensemble()));
        values.put("pressureBar", pressureBar(task.ensemble()));
        values.put("sampleEvery", Math.max(1, task.steps() / SAMPLES));
        values.put("frameEvery", Math.max(1, task.steps() / FRAMES));
        return run.deck(structure, values, room);
    }

    private static List<Double> masses(Structure structure) {
        return DataFile.species(structure).stream()
                .map(symbol -> Element.ofSymbol(symbol).orElseThrow().massAmu())
                .toList();
    }

    private static String ensemble(Ensemble ensemble) {
        return switch (ensemble) {
            case Ensemble.Isolated _ -> "nve";
            case Ensemble.AtTemperature _ -> "nvt";
            case Ensemble.AtPressure _ -> "npt";
        };
    }

    private static double pressureBar(Ensemble ensemble) {
        return ensemble instanceof Ensemble.AtPressure(var _, double pressure)
                ? pressure * Run.BAR_PER_EV_PER_ANGSTROM3
                : 0;
    }

    Reading read(Task.Dynamics task, Start start, Path folder) {
        Structure began = Run.first(task.structure(), start);
        return run.read(began, start.stepsDone(), folder, end -> judged(task, start, end, samples(folder)));
    }

    private static Reading judged(Task.Dynamics task, Start start, Run.End end, List<Sample> samples) {
        int last = samples.isEmpty() ? start.stepsDone() : samples.getLast().step();
        return last >= task.steps()
                ? Run.finished(end, task.steps())
                : new Reading.Stopped("its time was up", new Reached(last, List.of(end.structure())));
    }

    /// The rows of the first table of the log: our decks print one before anything else. LAMMPS goes on counting
    /// steps.
    static List<Sample> samples(Path folder) {
        List<Sample> samples = new ArrayList<>();
        boolean inside = false;
        for (String line : OutputFile.lines(folder.resolve(Run.LOG)).orElse(List.of())) {
            if (line.startsWith("Loop time of")) {
                return samples;
            }
            double[] numbers = inside ? Numbers.of(line) : new double[0];
            if (numbers.length >= 4 && Numbers.allFinite(numbers)) {
                samples.add(new Sample(
                        (int) numbers[0], numbers[1], numbers[2], numbers[3] / Run.BAR_PER_EV_PER_ANGSTROM3));
            }
            inside |= line.startsWith(HEAD);
        }
        return samples;
    }
}
