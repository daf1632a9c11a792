package cairn.codes.lammps;

import cairn.codes.EngineFailure;
import cairn.codes.ForceEngine;
import cairn.codes.client.ClientEngine;
import cairn.codes.client.Patience;
import cairn.structure.Evaluation;
import cairn.structure.Fraction;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/// LAMMPS as a client, in its own frame, by the first way whose library can be loaded.
final class LammpsEngine implements ForceEngine {
    /// A classical model answers sooner, unless LAMMPS does not come back from a structure.
    private static final Patience PATIENCE = Patience.of(Duration.ofHours(1), Duration.ofMinutes(10));

    private final Path folder;
    private final KimModel model;
    private final Iterator<Way> ways;
    private ClientEngine engine;

    private LammpsEngine(Path folder, KimModel model, Iterator<Way> ways) {
        this.folder = folder;
        this.model = model;
        this.ways = ways;
        this.engine = by(ways.next());
    }

    /// @param ways at least one
    static LammpsEngine of(Path folder, KimModel model, List<Way> ways) {
        return new LammpsEngine(folder, model, ways.iterator());
    }

    private ClientEngine by(Way way) {
        return ClientEngine.of(new LammpsClient(model, way), folder, 1, PATIENCE);
    }

    @Override
    public Evaluation evaluate(Structure structure) {
        LammpsFrame frame = LammpsFrame.of(structure.cell());
        Evaluation theirs = ask(folded(frame.enter(structure)));
        return new Evaluation(theirs.energyEv(), frame.leave(theirs.forces()), frame.leave(theirs.stress()));
    }

    /// The same atoms, each in the cell: LAMMPS looks for an atom that left it in the cells around it alone, and loses
    /// one from farther away, or has it at a wrong place. What is in the cell already is not rounded.
    private static Structure folded(Structure framed) {
        double[] positions = framed.positions().toArray();
        for (int atom = 0; atom < framed.count(); atom++) {
            Fraction place = framed.fraction(atom);
            double[] shift =
                    framed.cell().cartesian(Math.floor(place.a()), Math.floor(place.b()), Math.floor(place.c()));
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] -= shift[axis];
            }
        }
        return framed.withPositions(Positions.of(positions));
    }

    private Evaluation ask(Structure framed) {
        try {
            return engine.evaluate(framed);
        } catch (EngineFailure e) {
            if (!e.error().signature().equals(LammpsClient.NO_LIBRARY) || !ways.hasNext()) {
                throw e;
            }
            engine.close();
            engine = by(ways.next());
            return ask(framed);
        }
    }

    @Override
    public String version() {
        return "LAMMPS " + engine.version();
    }

    @Override
    public void close() {
        engine.close();
    }
}
