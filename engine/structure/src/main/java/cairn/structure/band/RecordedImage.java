package cairn.structure.band;

import cairn.structure.Forces;
import cairn.structure.Structure;
import java.util.Objects;

/// One image of a recorded band.
public record RecordedImage(Structure structure, RecordedEnergy energy, RecordedForces forces) {
    public RecordedImage {
        Objects.requireNonNull(structure);
        Objects.requireNonNull(energy);
        int count = switch (forces) {
            case RecordedForces.True(Forces given) -> given.count();
            case RecordedForces.Nudged(Forces given) -> given.count();
            case RecordedForces.Unknown _ -> structure.count();
        };
        if (count != structure.count()) {
            throw new IllegalArgumentException(
                    "forces on " + count + " atoms for an image of " + structure.count() + " atoms");
        }
    }
}
