package cairn.campaign.verb.alloy;

import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StructureSource;
import cairn.campaign.verb.Sources;
import cairn.structure.Composition;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The verb `anode`: density, capacity and swelling of an anode from its crystals, beside what somebody printed.
public record AnodeStep(StepId id, AnodePlan plan) implements Step {
    @Override
    public String kind() {
        return "anode";
    }

    @Override
    public SortedSet<StepId> dependencies() {
        SortedSet<StepId> dependencies = new TreeSet<>();
        sources().forEach(source -> dependencies.addAll(Sources.dependencies(source)));
        return dependencies;
    }

    private Stream<StructureSource> sources() {
        return Stream.concat(Stream.of(plan.host()), plan.withIons().stream());
    }

    @Override
    public Next next(Results results) {
        List<Structure> crystals = new ArrayList<>();
        for (StructureSource source : sources().toList()) {
            switch (Sources.find(source, results)) {
                case Sources.Found.Missing(Failure failure) -> {
                    return new Next.Failed(failure);
                }
                case Sources.Found.There(Structure structure) -> crystals.add(structure);
            }
        }
        return next(crystals);
    }

    private Next next(List<Structure> crystals) {
        Composition host = crystals.getFirst().composition();
        Composition last = crystals.getLast().composition();
        boolean related = crystals.size() == 1
                || last.without(plan.ion().element())
                        .reduced()
                        .equals(host.without(plan.ion().element()).reduced());
        return related
                ? new Next.Done(new AnodeJson(id, plan, crystals).result())
                : new Next.Failed(new Failure(
                        "anode/other-host",
                        last.reducedFormula() + " is no compound of " + host.reducedFormula() + " and "
                                + plan.ion().element().symbol() + ".",
                        "Name the crystal that the host becomes when ions go in."));
    }
}
