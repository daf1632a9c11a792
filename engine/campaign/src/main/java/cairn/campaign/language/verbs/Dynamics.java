package cairn.campaign.language.verbs;

import cairn.campaign.language.Source;
import cairn.campaign.language.Sources;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.Quantities;
import cairn.campaign.shape.Shapes;
import cairn.campaign.step.Step;
import cairn.campaign.verb.DynamicsStep;
import cairn.campaign.yaml.Problems;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Task;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;

/// `md: STRUCTURE`, molecular dynamics that the code runs by itself.
final class Dynamics implements Verb {
    /// What is held besides the number of atoms.
    enum Held {
        NVE,
        NVT,
        NPT
    }

    private static final int MOST_STEPS = 1_000_000_000;

    private static final Key.Required<Source> OF =
            Key.required("md", Sources.shape(), "the structure whose atoms move in time");
    private static final Key.Defaulted<Held> ENSEMBLE = Key.defaulted(
            "ensemble",
            Shapes.choice(Held.class),
            Held.NVT,
            "nve: energy and volume are held; nvt: temperature and volume; npt: temperature and pressure, the cell keeping"
                    + " its shape");
    private static final Key.Required<Double> TEMPERATURE = Key.required(
            "temperature",
            Quantities.temperatureK(),
            "at which velocities are drawn, and which a thermostat holds: 1000 K");
    private static final Key.Required<Double> TIMESTEP =
            Key.required("timestep", Quantities.timeFs(), "1 to 2 fs; less with hydrogen");
    private static final Key.Required<Double> DURATION =
            Key.required("duration", Quantities.timeFs(), "how long in the time of the atoms: 10 ps");
    private static final Key.Optional<Double> PRESSURE =
            Key.optional("pressure", Quantities.pressure(), "which a barostat holds; with ensemble: npt");
    private static final Key.Defaulted<Integer> SEED = Key.defaulted(
            "seed", Shapes.integer(1, 900_000_000), 1, "of the velocities, where the code takes one; pw.x does not");

    @Override
    public String name() {
        return "md";
    }

    @Override
    public String about() {
        return "Molecular dynamics, which the code runs by itself.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(OF, ENSEMBLE, TEMPERATURE, TIMESTEP, DURATION, PRESSURE, SEED);
    }

    @Override
    public Optional<Key<Source>> structure() {
        return Optional.of(OF);
    }

    @Override
    public Step plan(StepContext step) {
        return new DynamicsStep(step.id(), step.source(step.get(OF)), step.setup(), settings(step));
    }

    private static DynamicsStep.Settings settings(StepContext step) {
        return new DynamicsStep.Settings(ensemble(step), step.get(TIMESTEP), (int) steps(step), step.get(SEED));
    }

    private static double steps(StepContext step) {
        return Math.rint(step.get(DURATION) / step.get(TIMESTEP));
    }

    private static Ensemble ensemble(StepContext step) {
        double temperature = step.get(TEMPERATURE);
        return switch (step.get(ENSEMBLE)) {
            case NVE -> new Ensemble.Isolated(temperature);
            case NVT -> new Ensemble.AtTemperature(temperature);
            case NPT -> new Ensemble.AtPressure(temperature, step.find(PRESSURE).orElse(0.0));
        };
    }

    @Override
    public void inspect(StepContext step, Problems problems) {
        boolean isUnderPressure = step.get(ENSEMBLE) == Held.NPT;
        if (step.find(PRESSURE).isPresent() && !isUnderPressure) {
            problems.add(step.at(PRESSURE), "only ensemble: npt holds a pressure", "remove it, or take npt");
        }
        if (step.find(PRESSURE).isEmpty() && isUnderPressure) {
            problems.add(step.at(ENSEMBLE), "ensemble: npt needs a pressure", "say pressure: 0 GPa, or another one");
        }
        if (steps(step) < 1 || steps(step) > MOST_STEPS) {
            problems.add(
                    step.at(DURATION), "that makes " + steps(step) + " steps", "take 1 to " + MOST_STEPS + " steps");
            return;
        }
        step.structure().ifPresent(structure -> {
            TimestepInspection.run(step, TIMESTEP, step.get(TIMESTEP), structure.species(), problems);
            Driving.check(step, step.at(OF), task(step, structure), problems);
        });
    }

    private static Task task(StepContext step, Structure structure) {
        DynamicsStep.Settings settings = settings(step);
        return new Task.Dynamics(
                structure, settings.ensemble(), settings.timestepFs(), settings.steps(), settings.seed());
    }
}
