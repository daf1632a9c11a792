package cairn.campaign.step;

import cairn.structure.Element;
import cairn.structure.Fraction;
import cairn.structure.Structure;
import cairn.structure.distance.Rattle;
import java.util.Objects;

/// Where a step gets the structure it works on.
public sealed interface StructureSource {
    /// A structure of the workflow, by its name there.
    record Given(String name, Structure structure) implements StructureSource {}

    /// The structure that another step ends with.
    record OfStep(StepId step) implements StructureSource {}

    /// A structure with one atom more, appended at the end, at a point in fractions of its lattice vectors.
    record Inserted(Element element, StructureSource into, Fraction at) implements StructureSource {
        public Inserted {
            Objects.requireNonNull(element);
            Objects.requireNonNull(into);
            Objects.requireNonNull(at);
        }
    }

    /// A structure whose atoms are displaced at random.
    record Rattled(StructureSource of, Rattle rattle) implements StructureSource {
        public Rattled {
            Objects.requireNonNull(of);
            Objects.requireNonNull(rattle);
        }
    }
}
