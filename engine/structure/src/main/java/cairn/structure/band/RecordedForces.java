package cairn.structure.band;

import cairn.structure.Forces;

/// What is known of the forces on an image, eV/Angstrom.
public sealed interface RecordedForces {
    /// Minus the gradient of the energy; zero along directions in which an atom is held fixed.
    record True(Forces forces) implements RecordedForces {}

    /// The force that the band moved by: across the path it is the true one, along the path it is that of the springs,
    /// or, on a climbing image, the true one turned round.
    record Nudged(Forces forces) implements RecordedForces {}

    /// Forces that are the true ones across the path, whatever they are along it, and the true force along the tangent
    /// (towards the last image) as the program printed it.
    record Projected(Forces forces, double along) implements RecordedForces {}

    record Unknown() implements RecordedForces {}
}
