package cairn.structure.band;

import cairn.structure.Forces;
import cairn.structure.Structure;
import java.util.Objects;

/// One image of a recorded band.
public record RecordedImage(RecordedPlace place, RecordedEnergy energy, RecordedForces forces) {
    public RecordedImage {
        Objects.requireNonNull(energy);
        int atoms = switch (place) {
            case RecordedPlace.Atoms(Structure structure) -> structure.count();
            case RecordedPlace.Along _ -> 0;
        };
        int given = switch (forces) {
            case RecordedForces.True(Forces all) -> all.count();
            case RecordedForces.Nudged(Forces all) -> all.count();
            case RecordedForces.Projected(Forces all, double _) -> all.count();
            case RecordedForces.Unknown _ -> atoms;
        };
        if (given != atoms) {
            throw new IllegalArgumentException("forces on " + given + " atoms for an image of " + atoms + " atoms");
        }
    }

    public RecordedImage(Structure structure, RecordedEnergy energy, RecordedForces forces) {
        this(new RecordedPlace.Atoms(structure), energy, forces);
    }
}
