package cairn.campaign.language.verbs;

import cairn.campaign.language.Source;
import cairn.campaign.language.Sources;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.step.Step;
import cairn.campaign.verb.DrivenBy;
import cairn.campaign.verb.EnergyStep;
import cairn.campaign.yaml.Problems;
import cairn.codes.task.Task;
import java.util.List;
import java.util.Optional;

/// `energy: STRUCTURE`, one force call.
final class Energy implements Verb {
    private static final Key.Required<Source> OF =
            Key.required("energy", Sources.shape(), "the structure whose energy and forces are wanted");

    @Override
    public String name() {
        return "energy";
    }

    @Override
    public String about() {
        return "Energy and forces of a structure as it is.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(OF, Driving.DRIVEN_BY);
    }

    @Override
    public Optional<Key<Source>> structure() {
        return Optional.of(OF);
    }

    @Override
    public Step plan(StepContext step) {
        return new EnergyStep(step.id(), step.source(step.get(OF)), step.setup(), Driving.of(step));
    }

    @Override
    public void inspect(StepContext step, Problems problems) {
        if (Driving.of(step) == DrivenBy.CODE) {
            step.structure()
                    .ifPresent(structure ->
                            Driving.check(step, step.at(Driving.DRIVEN_BY), new Task.Energy(structure), problems));
        }
    }
}
