package cairn.campaign.verb.anode;

import cairn.analysis.anode.Uptake;
import cairn.analysis.phases.Phase;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StructureSource;
import cairn.campaign.verb.Sources;
import cairn.campaign.verb.alloy.ComputedPhase;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The verb `anode`: density, capacity and swelling of an anode from its crystals, and its mean voltage from energies
/// of other steps, beside what somebody printed or measured.
public record AnodeStep(StepId id, AnodePlan plan) implements Step {
    @Override
    public String kind() {
        return "anode";
    }

    @Override
    public SortedSet<StepId> dependencies() {
        SortedSet<StepId> dependencies = new TreeSet<>();
        sources().forEach(source -> dependencies.addAll(Sources.dependencies(source)));
        dependencies.addAll(plan.energies());
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
        return next(
                new AnodeCrystals(plan.ion().element(), crystals.getFirst(), crystals.subList(1, crystals.size())),
                results);
    }

    private Next next(AnodeCrystals crystals, Results results) {
        Optional<Uptake> uptake = crystals.uptake();
        if (uptake.isEmpty() && !plan.withIons().isEmpty()) {
            return new Next.Failed(otherHost(crystals));
        }
        if (plan.energies().isEmpty()) {
            return done(crystals, List.of());
        }
        AnodeEnergies energies = new AnodeEnergies(crystals, plan.ion(), computed(results));
        return energies.objection()
                .<Next>map(Next.Failed::new)
                .orElseGet(() -> done(
                        crystals, uptake.map(energies::meanVoltageV).stream().toList()));
    }

    private Next done(AnodeCrystals crystals, List<Double> voltage) {
        return new Next.Done(new AnodeJson(id, plan, crystals, voltage).result());
    }

    private List<Phase> computed(Results results) {
        return plan.energies().stream()
                .map(step -> ComputedPhase.of(step, Sources.result(step, results)))
                .map(ComputedPhase::phase)
                .toList();
    }

    private Failure otherHost(AnodeCrystals crystals) {
        return new Failure(
                "anode/other-host",
                crystals.words() + " is not what " + crystals.unit().formula() + " becomes with more "
                        + plan.ion().element().symbol() + ".",
                "Name the crystal that the host becomes when ions go in, or all into which it falls apart.");
    }
}
