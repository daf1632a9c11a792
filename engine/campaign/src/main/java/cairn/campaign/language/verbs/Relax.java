package cairn.campaign.language.verbs;

import cairn.campaign.language.Source;
import cairn.campaign.language.Sources;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.Shapes;
import cairn.campaign.step.Step;
import cairn.campaign.verb.DrivenBy;
import cairn.campaign.verb.RelaxStep;
import cairn.campaign.verb.Relaxations;
import cairn.campaign.yaml.Problems;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Units;
import java.util.List;
import java.util.Optional;

/// `relax: STRUCTURE`, down to the nearest minimum.
final class Relax implements Verb {
    private static final Key.Required<Source> OF = Key.required("relax", Sources.shape(), "the structure to relax");
    static final Key.Defaulted<CellMode> CELL =
            Key.defaulted("cell", Shapes.choice(CellMode.class), CellMode.FIXED, "whether the cell relaxes as well");
    static final Key.Defaulted<Double> FMAX =
            Key.defaulted("fmax", Shapes.positive(), 0.01, "largest force on an atom at the end, eV/Angstrom");
    static final Key.Defaulted<Double> STRESS_MAX = Key.defaulted(
            "stress_max", Shapes.positive(), 0.02, "largest stress component at the end, GPa; with a free cell");
    private static final Key.Defaulted<Integer> MAX_STEPS =
            Key.defaulted("max_steps", Shapes.integer(1, 1_000_000), 500, "most steps of the optimiser");

    @Override
    public String name() {
        return "relax";
    }

    @Override
    public String about() {
        return "Relaxes a structure to the nearest minimum.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(OF, CELL, FMAX, STRESS_MAX, MAX_STEPS, Driving.DRIVEN_BY);
    }

    @Override
    public Optional<Key<Source>> structure() {
        return Optional.of(OF);
    }

    @Override
    public Step plan(StepContext step) {
        DrivenBy drivenBy = step.find(Driving.DRIVEN_BY)
                .orElseGet(() -> Relaxations.usual(step.setup().code()));
        return new RelaxStep(step.id(), step.source(step.get(OF)), step.setup(), settings(step), drivenBy);
    }

    private static RelaxSettings settings(StepContext step) {
        return new RelaxSettings(
                step.get(CELL) == CellMode.FREE,
                step.get(FMAX),
                step.get(STRESS_MAX) / Units.GPA_PER_EV_ANGSTROM3,
                step.get(MAX_STEPS));
    }

    @Override
    public void inspect(StepContext step, Problems problems) {
        if (step.get(CELL) == CellMode.FREE) {
            step.structure()
                    .ifPresent(structure -> step.pass(step.setup().code().remarksOnFreeCell(structure), problems));
        }
        if (Driving.of(step) == DrivenBy.CODE) {
            step.structure()
                    .ifPresent(structure -> Driving.check(
                            step, step.at(Driving.DRIVEN_BY), Relaxations.task(structure, settings(step)), problems));
        }
    }
}
