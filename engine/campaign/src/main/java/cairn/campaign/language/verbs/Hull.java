package cairn.campaign.language.verbs;

import cairn.campaign.language.Gathered;
import cairn.campaign.language.Source;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.step.Step;
import cairn.campaign.verb.alloy.HullStep;
import cairn.campaign.yaml.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `hull: STEP`, formation energies and stability of all the crystals that a step over a matrix relaxes.
final class Hull implements Verb {
    static final Key.Required<Gathered> OF =
            Key.required("hull", Gathered.shape(), "the steps whose crystals span the hull: one, or a list");

    @Override
    public String name() {
        return "hull";
    }

    @Override
    public String about() {
        return "Formation energies, the convex hull, and which phases are stable.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(OF);
    }

    @Override
    public Optional<Key<Source>> structure() {
        return Optional.empty();
    }

    @Override
    public boolean runsCode() {
        return false;
    }

    @Override
    public Step plan(StepContext step) {
        return new HullStep(step.id(), crystals(step).map(StepContext::id).toList());
    }

    /// All points of all steps that a hull gathers.
    static Stream<StepContext> crystals(StepContext hull) {
        return hull.get(OF).names().stream()
                .flatMap(name -> hull.all(name).stream())
                .distinct();
    }

    @Override
    public void inspect(StepContext step, Problems problems) {
        new HullInspection(step, problems).run();
    }
}
