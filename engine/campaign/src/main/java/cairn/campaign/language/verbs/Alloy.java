package cairn.campaign.language.verbs;

import cairn.campaign.language.Reference;
import cairn.campaign.language.Source;
import cairn.campaign.language.Sources;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.Quantities;
import cairn.campaign.shape.Shapes;
import cairn.campaign.step.Step;
import cairn.campaign.verb.growth.AlloyPlan;
import cairn.campaign.verb.growth.AlloyStep;
import cairn.campaign.yaml.Problems;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Element;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.util.List;
import java.util.Optional;

/// `alloy: STRUCTURE`, grown atom by atom: Chevrier and Dahn, J. Electrochem. Soc. 156, A454 (2009).
final class Alloy implements Verb {
    private static final Key.Required<Source> HOST =
            Key.required("alloy", Sources.shape(), "the structure that atoms are put into");
    private static final Key.Required<Element> WITH =
            Key.required("with", Sources.element(), "symbol of the element that is put in");
    private static final Key.Required<Double> UNTIL =
            Key.required("until", Shapes.positive(), "atoms put in for each atom of the host, at the end");
    private static final Key.Required<Reference> AGAINST = Key.required(
            "against",
            Reference.shape(),
            "the step that relaxes the pure element: energies and voltages are against it");
    private static final Key.Defaulted<Integer> PER_STEP = Key.defaulted(
            "per_step",
            Shapes.integer(1, 1000),
            1,
            "atoms put in before the whole is relaxed again, each in the largest void");
    private static final Key.Defaulted<Integer> SAMPLES = Key.defaulted(
            "samples", Shapes.integer(1, 100), 3, "how often it is done, each time with other velocities");
    private static final Key.Defaulted<Integer> SEED =
            Key.defaulted("seed", Shapes.integer(1, Integer.MAX_VALUE), 1, "of the random velocities");
    private static final Key.Defaulted<Double> TEMPERATURE = Key.defaulted(
            "temperature", Quantities.temperatureK(), 600.0, "of the molecular dynamics after each insertion");
    private static final Key.Defaulted<Double> DURATION =
            Key.defaulted("duration", Quantities.timeFs(), 200.0, "of the molecular dynamics after each insertion");
    private static final Key.Defaulted<Double> TIMESTEP =
            Key.defaulted("timestep", Quantities.timeFs(), 2.0, "of the molecular dynamics");
    private static final Key.Defaulted<Double> FMAX =
            Key.defaulted("fmax", Shapes.positive(), 0.05, "largest force on an atom at rest, eV/Angstrom");
    private static final Key.Defaulted<Double> STRESS_MAX =
            Key.defaulted("stress_max", Shapes.positive(), 0.1, "largest stress component at rest, GPa");
    private static final Key.Defaulted<Integer> MAX_STEPS =
            Key.defaulted("max_steps", Shapes.integer(1, 1_000_000), 1000, "most steps of each relaxation");

    @Override
    public String name() {
        return "alloy";
    }

    @Override
    public String about() {
        return "Grows an alloy by putting atoms where there is most room; several samples, mean and spread.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(
                HOST,
                WITH,
                UNTIL,
                AGAINST,
                PER_STEP,
                SAMPLES,
                SEED,
                TEMPERATURE,
                DURATION,
                TIMESTEP,
                FMAX,
                STRESS_MAX,
                MAX_STEPS);
    }

    /// Other steps go on from the first sample, whose atoms are not yet known here.
    @Override
    public Optional<Key<Source>> structure() {
        return Optional.empty();
    }

    @Override
    public Step plan(StepContext step) {
        AlloyPlan plan = new AlloyPlan(
                new AlloyPlan.Growth(step.get(WITH), step.get(UNTIL), step.get(PER_STEP)),
                new AlloyPlan.Samples(step.get(SAMPLES), step.get(SEED)),
                new AlloyPlan.Shaking(step.get(TEMPERATURE), step.get(DURATION), step.get(TIMESTEP)),
                new RelaxSettings(
                        true, step.get(FMAX), step.get(STRESS_MAX) / Units.GPA_PER_EV_ANGSTROM3, step.get(MAX_STEPS)));
        return new AlloyStep(
                step.id(),
                step.source(step.get(HOST)),
                step.other(step.get(AGAINST).step()).id(),
                step.setup(),
                plan);
    }

    @Override
    public void inspect(StepContext step, Problems problems) {
        if (step.get(SAMPLES) < 3) {
            problems.warn(
                    "W25",
                    step.at(SAMPLES),
                    step.get(SAMPLES) + " samples of a disordered alloy say little of the spread",
                    "take 3 or more");
        }
        TimestepInspection.run(step, TIMESTEP, step.get(TIMESTEP), List.of(step.get(WITH)), problems);
        step.other(step.get(AGAINST).step())
                .structure()
                .filter(reference -> !isPure(reference, step.get(WITH)))
                .ifPresent(reference -> problems.block(
                        "E6",
                        step.at(AGAINST),
                        "the reference is " + reference.composition().formula() + ", not pure "
                                + step.get(WITH).symbol(),
                        "name the step that relaxes " + step.get(WITH).symbol()));
    }

    private static boolean isPure(Structure structure, Element element) {
        return structure.species().stream().allMatch(element::equals);
    }
}
