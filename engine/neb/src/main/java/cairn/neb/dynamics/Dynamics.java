package cairn.neb.dynamics;

import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A run of molecular dynamics, at rest between two evaluations: velocity Verlet (Swope et al., J. Chem. Phys. 76, 637
/// (1982)) with the baths of its ensemble.
///
/// Evaluate [#structure()], hand the result to [#advance], and go on until it is done.
public final class Dynamics {
    /// Any odd number: it takes the seeds of two steps far apart.
    private static final long STRIDE = 0xD1342543DE82EF95L;

    private final DynamicsSettings settings;
    private final Masses masses;
    private final Structure structure;
    /// At half a step before [#structure], save at the start, where they are those of the start.
    private final Velocities velocities;

    private final int steps;
    private final Averages averages;

    private Dynamics(
            DynamicsSettings settings,
            Masses masses,
            Structure structure,
            Velocities velocities,
            int steps,
            Averages averages) {
        this.settings = settings;
        this.masses = masses;
        this.structure = structure;
        this.velocities = velocities;
        this.steps = steps;
        this.averages = averages;
    }

    public static Dynamics start(Structure structure, DynamicsSettings settings) {
        Masses masses = Masses.of(structure);
        if (settings.ensemble() instanceof Ensemble.ConstantPressure && !masses.isDriftFree()) {
            throw new IllegalArgumentException("a cell whose volume changes cannot hold atoms fixed");
        }
        Velocities velocities =
                Velocities.at(settings.ensemble().temperature(), masses, new SplittableRandom(settings.seed()));
        return new Dynamics(settings, masses, structure, velocities, 0, Averages.NONE);
    }

    /// The structure to evaluate next; once the run is done, the one it ends with.
    public Structure structure() {
        return structure;
    }

    /// Whether all steps are made.
    public boolean isDone() {
        return steps >= settings.steps();
    }

    /// Steps made so far.
    public int steps() {
        return steps;
    }

    /// Of the later half of the steps made so far, so that what the start was does not count.
    public Averages averages() {
        return averages;
    }

    /// The run after the evaluation of [#structure()].
    public Dynamics advance(Evaluation evaluation) {
        if (isDone()) {
            throw new IllegalStateException("the run has ended after " + steps + " steps");
        }
        double half = settings.timestep() / 2;
        RandomGenerator random = new SplittableRandom(settings.seed() ^ (STRIDE * (steps + 1)));
        Velocities here = steps == 0 ? velocities : velocities.kicked(evaluation.forces(), half);
        Velocities bathed = bathed(here, random);
        Averages more = isLate() ? averages.with(sample(bathed, evaluation)) : averages;
        Velocities next = bathed.kicked(evaluation.forces(), half);
        Positions moved = next.drift(structure.positions(), settings.timestep());
        double expansion = expansion(bathed, evaluation, random);
        double factor = Math.exp(expansion / 3);
        Structure there = scaled(structure.withPositions(moved), factor);
        return new Dynamics(settings, masses, there, next.times(1 / factor), steps + 1, more);
    }

    private boolean isLate() {
        return 2 * steps >= settings.steps();
    }

    private Velocities bathed(Velocities here, RandomGenerator random) {
        return switch (settings.ensemble()) {
            case Ensemble.ConstantEnergy _ -> here;
            case Ensemble.ConstantTemperature bath ->
                Thermostat.after(settings.timestep(), bath, here, masses.degreesOfFreedom(), random);
            case Ensemble.ConstantPressure(var bath, var _, var _) ->
                Thermostat.after(settings.timestep(), bath, here, masses.degreesOfFreedom(), random);
        };
    }

    private double expansion(Velocities here, Evaluation evaluation, RandomGenerator random) {
        return switch (settings.ensemble()) {
            case Ensemble.ConstantEnergy _, Ensemble.ConstantTemperature _ -> 0;
            case Ensemble.ConstantPressure ensemble ->
                Barostat.expansion(
                        settings.timestep(),
                        ensemble,
                        pressure(here, evaluation.stress()),
                        structure.cell().volume(),
                        random);
        };
    }

    private Averages.Sample sample(Velocities here, Evaluation evaluation) {
        return new Averages.Sample(
                here.temperature(),
                here.kineticEnergy() + evaluation.energyEv(),
                structure.cell().volume());
    }

    /// Of the atoms' motion and of the forces between them: the virial theorem.
    private double pressure(Velocities here, Stress stress) {
        return switch (stress) {
            case Stress.Tensor(double xx, double yy, double zz, var _, var _, var _) ->
                2 * here.kineticEnergy() / (3 * structure.cell().volume()) - (xx + yy + zz) / 3;
            case Stress.NotGiven _ ->
                throw new IllegalArgumentException("a constant pressure needs a code with stress");
        };
    }

    private static Structure scaled(Structure structure, double factor) {
        if (factor == 1) {
            return structure;
        }
        double[] rows = Arrays.stream(structure.cell().toArray())
                .map(row -> row * factor)
                .toArray();
        return structure.inCell(Cell.of(rows));
    }
}
