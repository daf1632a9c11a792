package cairn.codes.output;

import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;

/// What a code says of one set of positions: an ionic step, or the only one.
///
/// `iterations` counts those of its SCF; 0 for a code that has none.
public record Step(
        Energies energies,
        SaidForces forces,
        Stress stress,
        SaidStructure structure,
        SaidMoment moment,
        int iterations) {
    /// Forces, or the fact that the file gives none.
    public sealed interface SaidForces {
        record Given(Forces forces) implements SaidForces {}

        record NotGiven() implements SaidForces {}
    }

    /// Where the atoms were, or the fact that this file does not tell.
    public sealed interface SaidStructure {
        record Given(Structure structure) implements SaidStructure {}

        record NotGiven() implements SaidStructure {}
    }

    /// The total magnetic moment in Bohr magnetons, or the fact that there was no spin.
    public sealed interface SaidMoment {
        record Given(double bohrMagnetons) implements SaidMoment {}

        record NotGiven() implements SaidMoment {}
    }
}
