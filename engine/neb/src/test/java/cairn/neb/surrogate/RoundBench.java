package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.LennardJones;
import cairn.neb.NebSettings;
import cairn.neb.Observation;
import cairn.structure.Constraints;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// How long one round of a surrogate search takes, and a little more: all evaluations are turned into examples (a round
/// has one to turn), then fit, relax, choose; `engine/bench/surrogate-round` runs it.
public final class RoundBench {
    private static final LennardJones TRUTH = new LennardJones();

    private RoundBench() {}

    /// Arguments: cubic cells along an edge, free atoms, evaluations known.
    public static void main(String[] arguments) {
        int cells = Integer.parseInt(arguments[0]);
        int free = Integer.parseInt(arguments[1]);
        int known = Integer.parseInt(arguments[2]);
        Structure from = held(LennardJones.fcc(3.83, cells), free);
        Structure to = from.withPositions(LennardJones.rattled(from, 0.15, 1).positions());
        to = held(onlyFree(from, to), free);
        Band band = Band.between(from, to, 5, NebSettings.Start.LINEAR);
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < known - 2; i++) {
            Structure image = band.images().get(1 + i % 5);
            Structure moved = onlyFree(image, LennardJones.rattled(image, 0.06, 10 + i));
            observations.add(new Observation(moved, TRUTH.at(moved)));
        }
        Evaluation atFrom = TRUTH.at(from);
        Evaluation atTo = TRUTH.at(to);
        for (int again = 0; again < 4; again++) {
            Spent spent = new Spent();
            spent.begin();
            round(band, atFrom, atTo, observations);
            spent.end();
            System.out.printf(
                    Locale.ROOT,
                    "%d degrees of freedom, %d evaluations: %.2f s, of processors %.2f s%s%n",
                    3 * free,
                    known,
                    spent.seconds(),
                    spent.processorSeconds(),
                    again == 0 ? " (cold)" : "");
        }
    }

    private static void round(Band band, Evaluation from, Evaluation to, List<Observation> observations) {
        NebSettings settings = new NebSettings(
                5,
                0.01,
                0.1,
                NebSettings.Start.LINEAR,
                NebSettings.Climbing.WHEN_SETTLED,
                NebSettings.Optimizer.ODE,
                1);
        SurrogateSearch.start(band, from, to, settings, SurrogateSettings.standard(), observations);
    }

    private static Structure held(Structure structure, int free) {
        BitSet fixed = new BitSet();
        fixed.set(free, structure.count());
        return new Structure(structure.cell(), structure.species(), structure.positions(), Constraints.of(fixed));
    }

    /// The moved structure with its fixed atoms back where they were.
    private static Structure onlyFree(Structure structure, Structure moved) {
        double[] positions = structure.positions().toArray();
        double[] others = moved.positions().toArray();
        for (int i = 0; i < positions.length; i++) {
            positions[i] = structure.constraints().isFixed(i / 3) ? positions[i] : others[i];
        }
        return structure.withPositions(Positions.of(positions));
    }
}
