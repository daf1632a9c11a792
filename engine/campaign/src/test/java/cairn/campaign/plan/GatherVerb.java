package cairn.campaign.plan;

import cairn.campaign.language.Refers;
import cairn.campaign.language.Source;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.StepName;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.Shapes;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// A verb that gathers, as a convex hull does: `{gather: relaxed}`.
final class GatherVerb implements Verb {
    record Gathered(StepName name) implements Refers {
        @Override
        public List<Use> uses() {
            return List.of(new Use(name, How.ALL));
        }
    }

    private static final Key.Required<Gathered> OF =
            Key.required("gather", StepName.shape().map(Gathered::new), "the steps that are gathered");
    private static final Key.Defaulted<String> ABOUT = Key.defaulted("about", Shapes.text(), "", "a remark");

    private record GatherStep(StepId id, SortedSet<StepId> dependencies) implements Step {
        @Override
        public String kind() {
            return "gather";
        }

        @Override
        public Next next(Results results) {
            return new Next.Needs(List.of());
        }
    }

    @Override
    public String name() {
        return "gather";
    }

    @Override
    public String about() {
        return "Gathers.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(OF, ABOUT);
    }

    @Override
    public Optional<Key<Source>> structure() {
        return Optional.empty();
    }

    @Override
    public Step plan(StepContext step) {
        SortedSet<StepId> gathered = new TreeSet<>();
        step.all(step.get(OF).name()).forEach(each -> gathered.add(each.id()));
        return new GatherStep(step.id(), gathered);
    }
}
