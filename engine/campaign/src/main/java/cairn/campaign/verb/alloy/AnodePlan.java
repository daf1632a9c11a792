package cairn.campaign.verb.alloy;

import cairn.analysis.voltage.WorkingIon;
import cairn.campaign.step.StructureSource;
import java.util.List;
import java.util.Objects;

/// What is wanted of an anode: its host, the host with its ions (none: the content is that of the printed row), and
/// printed rows to hold against (none or one).
public record AnodePlan(WorkingIon ion, StructureSource host, List<StructureSource> withIons, List<Printed> printed) {
    public AnodePlan {
        Objects.requireNonNull(ion);
        Objects.requireNonNull(host);
        withIons = List.copyOf(withIons);
        printed = List.copyOf(printed);
        if (withIons.isEmpty() && printed.isEmpty()) {
            throw new IllegalArgumentException("an anode of unknown content");
        }
    }
}
