package cairn.campaign.verb.alloy;

import cairn.analysis.voltage.WorkingIon;
import cairn.structure.Composition;
import java.util.List;
import java.util.Objects;

/// What voltages are wanted: the ion, the host it goes into, the compositions of a path that the electrode is forced
/// along (none: only the hull), and what was measured, to be shown beside (none: nothing).
public record VoltagePlan(WorkingIon ion, Composition host, List<Composition> path, List<Measured> measured) {
    public VoltagePlan {
        Objects.requireNonNull(ion);
        Objects.requireNonNull(host);
        path = List.copyOf(path);
        measured = List.copyOf(measured);
    }
}
