package cairn.campaign.language.verbs;

import cairn.analysis.elasticity.BirchMurnaghan;
import cairn.campaign.language.Source;
import cairn.campaign.language.Sources;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.Shapes;
import cairn.campaign.step.Step;
import cairn.campaign.verb.EquationOfStateStep;
import cairn.campaign.verb.Volumes;
import cairn.campaign.yaml.Problems;
import cairn.neb.relax.RelaxSettings;
import java.util.List;
import java.util.Optional;

/// `eos: STRUCTURE`, the equation of state of a crystal that is relaxed.
final class EquationOfState implements Verb {
    /// Farther away the third order is no longer enough: common practice is 6 %, as in the Delta project (Lejaeghere et
    /// al., Science 351, aad3000 (2016)).
    private static final double WIDEST = 0.15;

    private static final Key.Required<Source> OF =
            Key.required("eos", Sources.shape(), "the relaxed crystal whose equation of state is wanted");
    private static final Key.Defaulted<Integer> VOLUMES = Key.defaulted(
            "volumes", Shapes.integer(BirchMurnaghan.FEWEST_POINTS, 99), 7, "volumes at which the atoms are relaxed");
    private static final Key.Defaulted<Double> RANGE = Key.defaulted(
            "range", Shapes.positive(), 0.06, "how far the volumes go below and above, as a fraction of the volume");
    private static final Key.Defaulted<Double> FMAX =
            Key.defaulted("fmax", Shapes.positive(), 0.01, "largest force on an atom at each volume, eV/Angstrom");
    private static final Key.Defaulted<Integer> MAX_STEPS =
            Key.defaulted("max_steps", Shapes.integer(1, 1_000_000), 500, "most steps of the optimiser");

    @Override
    public String name() {
        return "eos";
    }

    @Override
    public String about() {
        return "Equation of state: volume, bulk modulus and its derivative, from energies at several volumes.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(OF, VOLUMES, RANGE, FMAX, MAX_STEPS);
    }

    @Override
    public Optional<Key<Source>> structure() {
        return Optional.of(OF);
    }

    @Override
    public Step plan(StepContext step) {
        // The cell is held, so no stress decides.
        RelaxSettings relaxation = new RelaxSettings(false, step.get(FMAX), 1, step.get(MAX_STEPS));
        return new EquationOfStateStep(
                step.id(),
                step.source(step.get(OF)),
                step.setup(),
                new Volumes(step.get(VOLUMES), step.get(RANGE), relaxation));
    }

    @Override
    public void inspect(StepContext step, Problems problems) {
        if (step.get(RANGE) > WIDEST) {
            problems.add(
                    step.at(RANGE),
                    "volumes " + Math.round(100 * step.get(RANGE))
                            + " % away are beyond an equation of state of third order",
                    "take 0.06, at most " + WIDEST);
        }
    }
}
