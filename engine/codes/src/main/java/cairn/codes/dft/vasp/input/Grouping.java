package cairn.codes.dft.vasp.input;

import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// The order of atoms in POSCAR: those of an element together, since each element has one POTCAR; elements in the order
/// in which they first appear, atoms of one in theirs.
///
/// `atoms` are the numbers that they have in the structure.
public record Grouping(List<Integer> atoms) {
    public Grouping {
        atoms = List.copyOf(atoms);
    }

    public static Grouping of(List<Element> species) {
        return new Grouping(species.stream()
                .distinct()
                .flatMap(element -> IntStream.range(0, species.size())
                        .filter(atom -> species.get(atom).equals(element))
                        .boxed())
                .toList());
    }

    /// The structure as POSCAR has it.
    public Structure grouped(Structure structure) {
        BitSet fixed = new BitSet();
        for (int line = 0; line < atoms.size(); line++) {
            fixed.set(line, structure.constraints().isFixed(atoms.get(line)));
        }
        return new Structure(
                structure.cell(),
                atoms.stream().map(structure.species()::get).toList(),
                Positions.of(there(structure.positions().toArray())),
                Constraints.of(fixed));
    }

    /// What VASP says of each line of POSCAR, in the order of the structure.
    public Forces ungrouped(Forces forces) {
        return Forces.of(back(forces.toArray()));
    }

    public Positions ungrouped(Positions positions) {
        return Positions.of(back(positions.toArray()));
    }

    private double[] there(double[] triples) {
        double[] moved = new double[triples.length];
        for (int line = 0; line < atoms.size(); line++) {
            System.arraycopy(triples, 3 * atoms.get(line), moved, 3 * line, 3);
        }
        return moved;
    }

    private double[] back(double[] triples) {
        if (triples.length != 3 * atoms.size()) {
            throw new IllegalArgumentException(triples.length + " numbers for " + atoms.size() + " atoms");
        }
        double[] moved = new double[triples.length];
        for (int line = 0; line < atoms.size(); line++) {
            System.arraycopy(triples, 3 * line, moved, 3 * atoms.get(line), 3);
        }
        return moved;
    }
}
