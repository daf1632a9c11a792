package cairn.campaign.verb.anode;

import cairn.analysis.anode.Uptake;
import cairn.analysis.phases.Phase;
import cairn.analysis.phases.PhaseDiagram;
import cairn.analysis.voltage.WorkingIon;
import cairn.campaign.step.Failure;
import cairn.campaign.verb.alloy.HullStep;
import cairn.structure.Composition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Energies that steps computed, for the mean voltage of an anode: of its host, of what it becomes, and of the metal of
/// the ion. Of each composition the lowest counts.
record AnodeEnergies(AnodeCrystals crystals, WorkingIon ion, List<Phase> computed) {
    AnodeEnergies {
        computed = List.copyOf(computed);
    }

    private Composition metal() {
        return Composition.of(List.of(ion.element()));
    }

    private List<Composition> needed() {
        List<Composition> needed = new ArrayList<>();
        needed.add(crystals.unit());
        crystals.products().forEach(product -> needed.add(product.composition().reduced()));
        needed.add(metal());
        return needed;
    }

    private Optional<Phase> lowest(Composition composition) {
        return computed.stream()
                .filter(phase -> phase.composition().reduced().equals(composition))
                .min(Comparator.comparingDouble(Phase::energyPerAtomEv));
    }

    /// Why they give no voltage: one is missing, or two were computed differently.
    Optional<Failure> objection() {
        return needed().stream()
                .filter(composition -> lowest(composition).isEmpty())
                .findFirst()
                .map(missing -> new Failure(
                        "anode/no-energy",
                        "No step of `energies` has an energy of " + missing.formula() + ".",
                        "Relax host, the host with its ions and the metal of the ion, and name those steps."))
                .or(() -> PhaseDiagram.unlike(needed().stream()
                                .map(composition -> lowest(composition).orElseThrow())
                                .toList())
                        .map(objection -> HullStep.failure("anode", objection)));
    }

    double meanVoltageV(Uptake uptake) {
        return uptake.meanVoltageV(ofUnit(crystals.unit()), this::ofUnit, ofUnit(metal()), ion.charge());
    }

    private double ofUnit(Composition unit) {
        return lowest(unit).orElseThrow().energyPerAtomEv() * unit.total();
    }
}
