package cairn.neb;

import cairn.neb.start.PairPotential;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/// A band relaxed, as any other, on the image dependent pair potential instead of true forces.
final class Idpp {
    /// Where the band counts as relaxed, eV/Angstrom if S is read in eV. ASE stops at 0.1.
    private static final double FMAX = 0.02;
    /// Iterations at most; the linear path of a clash needs some tens.
    private static final int MAX_ITERATIONS = 200;

    private static final double SPRING_CONSTANT = 0.1;

    private Idpp() {}

    /// The pair potential knows of no pressure, and leaves cells where they are but for the springs.
    static Band relaxed(Band band) {
        return new Band(relaxedAtoms(band).images(), band.cells());
    }

    private static Band relaxedAtoms(Band band) {
        Band start = band.cells() instanceof Cells.Free ? new Band(band.images(), new Cells.Free(0)) : band;
        int images = start.interior().size();
        PairPotential potential = PairPotential.between(start.from(), start.to());
        PathSearch search =
                PathSearch.start(start, potential.at(start.from(), 0), potential.at(start.to(), 1), settings(images));
        while (!search.isFinished()) {
            List<Evaluation> evaluations = new ArrayList<>();
            List<Structure> wanted = search.wanted();
            List<Integer> numbers = search.wantedImages();
            for (int i = 0; i < wanted.size(); i++) {
                evaluations.add(potential.at(wanted.get(i), (double) numbers.get(i) / (images + 1)));
            }
            search = search.advance(evaluations);
        }
        return search.band();
    }

    private static NebSettings settings(int images) {
        return new NebSettings(
                images,
                FMAX,
                SPRING_CONSTANT,
                NebSettings.Start.LINEAR,
                NebSettings.Climbing.NEVER,
                NebSettings.Optimizer.LBFGS,
                MAX_ITERATIONS);
    }
}
