package cairn.codes.meam;

import cairn.codes.EngineFailure;
import cairn.codes.ForceEngine;
import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.Arrays;

/// Energies, forces and stresses of a [MeamPotential]. The list of neighbours is kept while it serves; the
/// results do not depend on that.
final class MeamEngine implements ForceEngine {
    /// Angstrom: wide enough to serve a whole relaxation step, narrow enough not to slow down the others.
    private static final double SKIN = 0.6;

    private final MeamPotential potential;
    private final String version;
    private final Surroundings around;
    private final Bonds bonds = new Bonds();
    private final ScreeningKernel screening;
    private final DensityKernel densities;
    private final EmbeddingKernel embedding;
    private final ForceKernel force;
    private double[] moments = new double[0];
    private NeighbourList kept = NeighbourList.none();

    MeamEngine(MeamPotential potential, String version) {
        this.potential = potential;
        this.version = version;
        this.around = new Surroundings(potential.reach());
        this.screening = new ScreeningKernel(potential);
        this.densities = new DensityKernel(potential);
        this.embedding = new EmbeddingKernel(potential);
        this.force = new ForceKernel(potential);
    }

    @Override
    public Evaluation evaluate(Structure structure) {
        int[] kind = kinds(structure);
        double[] positions = structure.positions().toArray();
        around.update(neighbours(structure.cell(), positions), positions, kind);
        refuseOverlap();
        screening.find(around, bonds);
        double energy = embedding.embed(kind, sumDensities(kind));
        energy += force.apply(kind, around, bonds, moments);
        return new Evaluation(
                energy, Forces.of(force.forces()), stress(structure.cell().volume()));
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void close() {
        kept = NeighbourList.none();
    }

    private int[] kinds(Structure structure) {
        return structure.species().stream()
                .mapToInt(element ->
                        potential.kind(element).orElseThrow(() -> new EngineFailure(Objection.unknownElement(element))))
                .toArray();
    }

    private NeighbourList neighbours(Cell cell, double[] positions) {
        if (!kept.isGoodFor(cell, positions)) {
            kept = NeighbourList.of(cell, positions, potential.reach(), SKIN);
        }
        return kept;
    }

    private void refuseOverlap() {
        double distance = around.smallestDistance();
        if (distance < Objection.CLOSEST) {
            throw new EngineFailure(Objection.overlap(distance));
        }
    }

    private double[] sumDensities(int[] kind) {
        int needed = DensityKernel.MOMENTS * kind.length;
        moments = moments.length == needed ? moments : new double[needed];
        Arrays.fill(moments, 0);
        densities.sum(kind, around, bonds, moments);
        return moments;
    }

    private Stress stress(double volume) {
        double[] v = force.virial();
        return new Stress.Tensor(
                v[0] / volume, v[1] / volume, v[2] / volume, v[3] / volume, v[4] / volume, v[5] / volume);
    }
}
