package cairn.neb.relax;

import cairn.neb.optimize.Vector;
import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.List;

/// Atoms and cell of a structure as one vector: the reference positions z of its atoms, then nine components J U.
///
/// An atom stands at x = (1 + U) z and a lattice vector at (1 + U) a0, with U symmetric so that nothing rotates:
/// Tadmor,
/// Smith, Bernstein, Kaxiras, Phys. Rev. B 59, 235 (1999). J = (V/N)^(1/3) sqrt(N) gives a strain the length of the
/// atoms' displacements that it brings about, and so about the same stiffness: Sheppard, Xiao, Chemelewski, Johnson,
/// Henkelman, J. Chem. Phys. 136, 074103 (2012). With a fixed cell U stays zero and has no components.
record Deformation(Structure reference, boolean cellFree) {
    private static final int STRAIN_COMPONENTS = 9;

    Vector start() {
        Vector positions = Vector.of(reference.positions().toArray());
        return cellFree ? Vector.joined(List.of(positions, Vector.zero(STRAIN_COMPONENTS))) : positions;
    }

    private int atomComponents() {
        return 3 * reference.count();
    }

    private double strainLength() {
        return Math.cbrt(reference.cell().volume() / reference.count()) * Math.sqrt(reference.count());
    }

    /// The structure at a point.
    Structure at(Vector point) {
        if (!cellFree) {
            return reference.withPositions(Positions.of(point.toArray()));
        }
        Matrix gradient = gradient(point);
        Cell cell = Cell.of(gradient.appliedToEach(reference.cell().toArray()));
        double[] reference = point.slice(0, atomComponents()).toArray();
        return this.reference.withCell(cell, Positions.of(gradient.appliedToEach(reference)));
    }

    /// -dE/d(point): (1 + U)^T f for the atoms, and -V sym(sigma (1 + U)^-1) / J for the strain.
    Vector force(Vector point, Evaluation evaluation) {
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
    double fmax(Evaluation evaluation) {
        return Vector.of(freeForces(evaluation)).largestAtomNorm();
    }

    /// The largest component of the stress that the cell is free to give way to, eV/Angstrom^3; 0 with a fixed cell.
    double stressMax(Evaluation evaluation) {
        return cellFree ? Vector.of(stress(evaluation).toArray()).largestComponent() : 0;
    }

    private Matrix gradient(Vector point) {
        double[] strain = point.slice(atomComponents(), point.size())
                .times(1 / strainLength())
                .toArray();
        return Matrix.of(strain).plusIdentity();
    }

    private static Matrix stress(Evaluation evaluation) {
        return switch (evaluation.stress()) {
            case Stress.Tensor(double xx, double yy, double zz, double yz, double xz, double xy) ->
                Matrix.of(xx, xy, xz, xy, yy, yz, xz, yz, zz);
            case Stress.NotGiven _ ->
                throw new IllegalArgumentException(
                        "the cell is free, but the calculation gave no stress: ask the code for it, or fix the cell");
        };
    }
}
