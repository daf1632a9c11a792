package cairn.neb.coordinates;

import cairn.neb.optimize.Vector;
import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.List;

/// Atoms and cell of a structure as one vector: the reference positions z of its atoms, then nine components J U.
///
/// An atom stands at x = (1 + U) z and a lattice vector at (1 + U) a0, with U symmetric so that nothing rotates:
/// Tadmor, Smith, Bernstein, Kaxiras, Phys. Rev. B 59, 235 (1999). J = (V/N)^(1/3) sqrt(N) gives a strain the length
/// of the atoms' displacements that it brings about, and so about the same stiffness: Sheppard, Xiao, Chemelewski,
/// Johnson, Henkelman, J. Chem. Phys. 136, 074103 (2012). With a fixed cell U stays zero and has no components. Under
/// a pressure (eV/Angstrom^3) forces are those of the enthalpy.
public record Deformation(Structure reference, boolean cellFree, double pressure) {
    /// A deformation that is less symmetric than this contains a rotation.
    private static final double SYMMETRIC = 1e-9;

    private static final int STRAIN_COMPONENTS = 9;

    /// Without pressure.
    public Deformation(Structure reference, boolean cellFree) {
        this(reference, cellFree, 0);
    }

    /// The point of the reference itself.
    public Vector start() {
        Vector positions = Vector.of(reference.positions().toArray());
        return cellFree ? Vector.joined(List.of(positions, Vector.zero(STRAIN_COMPONENTS))) : positions;
    }

    /// The point of a structure that is not rotated against the reference.
    public Vector of(Structure structure) {
        double[] positions = structure.positions().toArray();
        if (!cellFree) {
            return Vector.of(positions);
        }
        Matrix gradient = gradient(reference.cell(), structure.cell()).symmetric();
        double[] undeformed = gradient.inverse().appliedToEach(positions);
        Vector strain = Vector.of(gradient.minusIdentity().toArray());
        return Vector.joined(List.of(Vector.of(undeformed), strain.times(strainLength())));
    }

    /// What deforms each lattice vector of one cell into that of the other.
    private static Matrix gradient(Cell from, Cell to) {
        return Matrix.of(from.toArray())
                .inverse()
                .times(Matrix.of(to.toArray()))
                .transposed();
    }

    /// The structure turned so that nothing rotates between a cell and its own: the polar decomposition of the
    /// deformation, without its rotation.
    public static Structure unrotated(Cell cell, Structure structure) {
        Matrix gradient = gradient(cell, structure.cell());
        if (gradient.asymmetry() < SYMMETRIC) {
            return structure;
        }
        Matrix back = gradient.rotation().transposed();
        return structure.withCell(
                Cell.of(back.appliedToEach(structure.cell().toArray())),
                Positions.of(back.appliedToEach(structure.positions().toArray())));
    }

    /// What a calculation said in one cell, for the same structure turned into another: forces and stress turn with it.
    public static Evaluation turned(Cell before, Cell after, Evaluation evaluation) {
        if (before.equals(after)) {
            return evaluation;
        }
        Matrix turn = gradient(before, after);
        Forces forces = Forces.of(turn.appliedToEach(evaluation.forces().toArray()));
        return new Evaluation(evaluation.energyEv(), forces, turned(turn, evaluation.stress()));
    }

    private static Stress turned(Matrix turn, Stress stress) {
        return switch (stress) {
            case Stress.NotGiven none -> none;
            case Stress.Tensor given -> {
                double[] s = turn.times(matrix(given))
                        .times(turn.transposed())
                        .symmetric()
                        .toArray();
                yield new Stress.Tensor(s[0], s[4], s[8], s[5], s[2], s[1]);
            }
        };
    }

    private static Matrix matrix(Stress.Tensor s) {
        return Matrix.of(s.xx(), s.xy(), s.xz(), s.xy(), s.yy(), s.yz(), s.xz(), s.yz(), s.zz());
    }

    /// The energy, or under pressure the enthalpy, eV.
    public double energy(Structure structure, Evaluation evaluation) {
        return evaluation.energyEv() + (cellFree ? pressure * structure.cell().volume() : 0);
    }

    private int atomComponents() {
        return 3 * reference.count();
    }

    private double strainLength() {
        return Math.cbrt(reference.cell().volume() / reference.count()) * Math.sqrt(reference.count());
    }

    /// The structure at a point.
    public Structure at(Vector point) {
        if (!cellFree) {
            return reference.withPositions(Positions.of(point.toArray()));
        }
        Matrix gradient = gradient(point);
        Cell cell = Cell.of(gradient.appliedToEach(reference.cell().toArray()));
        double[] reference = point.slice(0, atomComponents()).toArray();
        return this.reference.withCell(cell, Positions.of(gradient.appliedToEach(reference)));
    }

    /// -dE/d(point): (1 + U)^T f for the atoms, and -V sym((sigma + p) (1 + U)^-1) / J for the strain.
    public Vector force(Vector point, Evaluation evaluation) {
        double[] forces = freeForces(evaluation);
        if (!cellFree) {
            return Vector.of(forces);
        }
        Matrix gradient = gradient(point);
        Matrix stress = stress(evaluation);
        double volume = reference.cell().volume() * gradient.determinant();
        double[] strain = stress.times(gradient.inverse()).symmetric().toArray();
        return Vector.joined(List.of(
                Vector.of(gradient.appliedToEach(forces)), Vector.of(strain).times(-volume / strainLength())));
    }

    private double[] freeForces(Evaluation evaluation) {
        if (evaluation.forces().count() != reference.count()) {
            throw new IllegalArgumentException(
                    "forces on " + evaluation.forces().count() + " atoms for a structure of " + reference.count());
        }
        double[] forces = evaluation.forces().toArray();
        for (int i = 0; i < forces.length; i++) {
            forces[i] = reference.constraints().isFixed(i / 3) ? 0 : forces[i];
        }
        return forces;
    }

    /// The largest force on a free atom, eV/Angstrom.
    public double fmax(Evaluation evaluation) {
        return Vector.of(freeForces(evaluation)).largestAtomNorm();
    }

    /// The largest component of the stress that the cell is free to give way to, eV/Angstrom^3; 0 with a fixed cell.
    public double stressMax(Evaluation evaluation) {
        return cellFree ? Vector.of(stress(evaluation).toArray()).largestComponent() : 0;
    }

    private Matrix gradient(Vector point) {
        double[] strain = point.slice(atomComponents(), point.size())
                .times(1 / strainLength())
                .toArray();
        return Matrix.of(strain).plusIdentity();
    }

    /// The stress that is left once the pressure is taken off.
    private Matrix stress(Evaluation evaluation) {
        return switch (evaluation.stress()) {
            case Stress.Tensor(double xx, double yy, double zz, double yz, double xz, double xy) ->
                Matrix.of(xx + pressure, xy, xz, xy, yy + pressure, yz, xz, yz, zz + pressure);
            case Stress.NotGiven _ ->
                throw new IllegalArgumentException(
                        "the cell is free, but the calculation gave no stress: ask the code for it, or fix the cell");
        };
    }
}
