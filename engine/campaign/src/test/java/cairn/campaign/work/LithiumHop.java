package cairn.campaign.work;

import cairn.neb.relax.RelaxSettings;
import cairn.neb.relax.Relaxation;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lithium that hops from one tetrahedral site of the cubic cell of silicon to the next, both relaxed.
record LithiumHop(Relaxed from, Relaxed to) {
    /// PBE's, in Angstrom.
    private static final double LATTICE_CONSTANT = 5.469;
    /// The sites as fractions along the three axes; the hexagonal one is halfway.
    private static final double FROM = 0.5;

    private static final double TO = 0.75;
    private static final RelaxSettings SETTINGS = new RelaxSettings(false, 0.005, 1, 60);

    private static final double[][] SILICON = {
        {0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0},
        {.25, .25, .25}, {.25, .75, .75}, {.75, .25, .75}, {.75, .75, .25}
    };

    /// A structure at rest, and what the code says of it.
    record Relaxed(Structure structure, Evaluation evaluation) {}

    static LithiumHop relaxed(Path folder, Gpaw gpaw) {
        try (Evaluator evaluator = Evaluator.open(folder, gpaw, 1)) {
            return new LithiumHop(relaxed(evaluator, lithiumAt(FROM)), relaxed(evaluator, lithiumAt(TO)));
        }
    }

    private static Relaxed relaxed(Evaluator evaluator, Structure structure) {
        Relaxation relaxation = Relaxation.start(structure, SETTINGS);
        while (!relaxation.isConverged()) {
            if (relaxation.isExhausted()) {
                throw new IllegalStateException("an endpoint did not come to rest: " + relaxation.fmax());
            }
            relaxation = relaxation.advance(evaluator.evaluate(relaxation.structure()));
        }
        return new Relaxed(relaxation.structure(), relaxation.evaluation());
    }

    private static Structure lithiumAt(double fraction) {
        List<Element> species = new ArrayList<>();
        List<double[]> sites = new ArrayList<>();
        for (double[] site : SILICON) {
            species.add(Silicon.element("Si"));
            sites.add(site);
        }
        species.add(Silicon.element("Li"));
        sites.add(new double[] {fraction, fraction, fraction});
        double[] positions = sites.stream()
                .flatMapToDouble(Arrays::stream)
                .map(component -> LATTICE_CONSTANT * component)
                .toArray();
        Cell cell = Cell.orthorhombic(LATTICE_CONSTANT, LATTICE_CONSTANT, LATTICE_CONSTANT);
        return Structure.free(cell, species, Positions.of(positions));
    }
}
