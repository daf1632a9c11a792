package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.MinimumEnergyPath;
import cairn.neb.NebSettings;
import cairn.neb.Pipe;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.io.IOException;
import java.util.List;

/// A surrogate search over a [Pipe]; `engine/bench/neb-vs-peers` uses it. The question is that of `BandOverPipe` but
/// for its first line,
///
///     SURROGATE INTERIOR_IMAGES FMAX IMAGES_AT_A_TIME MAX_EVALUATIONS
///
/// and at the end stand `done`, status, rounds, force evaluations, fmax, both barriers, the uncertainty, the seconds
/// spent in here, by the clock and of processors; and the positions of the climbing image.
public final class SurrogateOverPipe {
    private final Pipe pipe = Pipe.ofThisProcess();
    private final Spent inside = new Spent();

    private SurrogateOverPipe() {}

    public static void main(String[] arguments) throws IOException {
        new SurrogateOverPipe().run();
    }

    private void run() throws IOException {
        String[] words = pipe.words();
        NebSettings settings = new NebSettings(
                Integer.parseInt(words[1]),
                Double.parseDouble(words[2]),
                0.1,
                NebSettings.Start.IDPP,
                NebSettings.Climbing.WHEN_SETTLED,
                NebSettings.Optimizer.ODE,
                500);
        int max = Integer.parseInt(words[4]);
        Band band = pipe.band(settings);
        Evaluation from = pipe.evaluation();
        Evaluation to = pipe.evaluation();
        inside.begin();
        SurrogateSearch search = SurrogateSearch.start(
                band, from, to, settings, new SurrogateSettings(Integer.parseInt(words[3]), max), List.of());
        inside.end();
        while (!search.isFinished()) {
            List<Evaluation> evaluations = pipe.evaluated(search.wanted());
            inside.begin();
            search = search.advance(evaluations);
            inside.end();
        }
        MinimumEnergyPath path = search.path();
        pipe.out.printf(
                "done %s %d %d %.6f %.8f %.8f %.6f %.3f %.3f%n",
                search.status().getClass().getSimpleName(),
                search.rounds(),
                search.forceEvaluations(),
                search.fmax(),
                path.barrierForward(),
                path.barrierReverse(),
                search.estimate().uncertainty(),
                inside.seconds(),
                inside.processorSeconds());
        Structure highest = search.band().images().get(path.highestImage());
        pipe.out.println(Pipe.text(highest));
        pipe.out.flush();
    }
}
