package cairn.campaign.verb.anode;

import cairn.analysis.voltage.WorkingIon;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StructureSource;
import cairn.campaign.verb.alloy.Measured;
import java.util.List;
import java.util.Objects;

/// What is wanted of an anode: its host, the crystals that it becomes with its ions (none: the content is that of the
/// printed row), steps whose energies give its mean voltage (none: it is not computed), and what is held against (each
/// none or one): a printed row, and plateaus that were measured.
public record AnodePlan(
        WorkingIon ion,
        StructureSource host,
        List<StructureSource> withIons,
        List<StepId> energies,
        List<Printed> printed,
        List<Measured> measured) {
    public AnodePlan {
        Objects.requireNonNull(ion);
        Objects.requireNonNull(host);
        withIons = List.copyOf(withIons);
        energies = List.copyOf(energies);
        printed = List.copyOf(printed);
        measured = List.copyOf(measured);
        if (withIons.isEmpty() && printed.isEmpty()) {
            throw new IllegalArgumentException("an anode of unknown content");
        }
        if (withIons.isEmpty() && !energies.isEmpty()) {
            throw new IllegalArgumentException("energies of an anode that becomes nothing known");
        }
    }
}
