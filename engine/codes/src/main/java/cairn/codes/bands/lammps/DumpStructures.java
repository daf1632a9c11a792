package cairn.codes.bands.lammps;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Structure;
import cairn.structure.band.Gap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Structures from snapshots. LAMMPS numbers its types; which element a type is, is told by the dump, the potential or
/// the mass, in this order.
final class DumpStructures {
    /// Masses in inputs are rounded to this, amu.
    private static final double MASS_TOLERANCE = 0.1;

    private final ReplicaLog log;
    private final LammpsUnits units;
    private final List<Gap> gaps;
    private final Map<Integer, Element> elements = new HashMap<>();

    DumpStructures(ReplicaLog log, LammpsUnits units, List<Gap> gaps) {
        this.log = log;
        this.units = units;
        this.gaps = gaps;
    }

    Structure structure(DumpFrame frame) {
        double[] rows = frame.cell().toArray();
        for (int i = 0; i < rows.length; i++) {
            rows[i] *= units.length();
        }
        return Structure.free(
                Cell.of(rows),
                frame.atoms().stream().map(this::element).toList(),
                Positions.of(vectors(frame.atoms().stream().map(DumpFrame.Atom::position), units.length())));
    }

    Forces forces(DumpFrame frame) {
        return Forces.of(vectors(frame.atoms().stream().map(DumpFrame.Atom::force), units.force()));
    }

    private static double[] vectors(java.util.stream.Stream<List<Double>> vectors, double unit) {
        return vectors.flatMap(List::stream).mapToDouble(x -> x * unit).toArray();
    }

    private Element element(DumpFrame.Atom atom) {
        return Element.ofSymbol(atom.element()).orElseGet(() -> elements.computeIfAbsent(atom.type(), this::ofType));
    }

    private Element ofType(int type) {
        List<String> names = log.names();
        return (type <= names.size() ? Element.ofSymbol(names.get(type - 1)) : Optional.<Element>empty())
                .or(() -> ofMass(log.mass(type)))
                .orElseGet(() -> unknown(type));
    }

    private static Optional<Element> ofMass(OptionalDouble mass) {
        return mass.isEmpty()
                ? Optional.empty()
                : IntStream.rangeClosed(1, 118)
                        .mapToObj(Element::ofNumber)
                        .flatMap(Optional::stream)
                        .filter(element -> Math.abs(element.massAmu() - mass.getAsDouble()) < MASS_TOLERANCE)
                        .min(Comparator.comparingDouble(element -> Math.abs(element.massAmu() - mass.getAsDouble())));
    }

    /// Energies and distances do not depend on it.
    private Element unknown(int type) {
        gaps.add(new Gap(
                "nothing says which element atom type " + type + " is; it is called H here",
                "dump the column element, or give the masses in the input"));
        return Element.ofSymbol("H").orElseThrow();
    }
}
