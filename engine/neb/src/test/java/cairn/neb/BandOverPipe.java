package cairn.neb;

import java.io.IOException;

/// A path search whose forces come from whoever is at the other end of the pipe; `engine/bench/neb-vs-peers` uses it.
///
/// Every line is numbers or words with blanks between. First comes the question:
///
///     OPTIMIZER CLIMBING START INTERIOR_IMAGES FMAX SPRING_CONSTANT MAX_ITERATIONS
///     symbols | indices of fixed atoms | nine cell components      (three lines)
///     number of images that follow: 2 endpoints to interpolate between, or a whole band
///     positions of each, one line an image
///     energy and forces of the first endpoint; of the last
///
/// then, again and again, `evaluate N` and N lines of positions, one per image, answered by N lines of energy and
/// forces; and at the end `done`, status, iterations, force evaluations, fmax, forward barrier, reverse barrier.
public final class BandOverPipe {
    private final Pipe pipe = Pipe.ofThisProcess();

    private BandOverPipe() {}

    public static void main(String[] arguments) throws IOException {
        new BandOverPipe().run();
    }

    private void run() throws IOException {
        PathSearch search = question();
        while (!search.isFinished()) {
            search = search.advance(pipe.evaluated(search.wanted()));
        }
        MinimumEnergyPath path = search.path();
        pipe.out.printf(
                "done %s %d %d %.6f %.8f %.8f%n",
                search.status().getClass().getSimpleName(),
                search.rounds(),
                search.forceEvaluations(),
                search.fmax(),
                path.barrierForward(),
                path.barrierReverse());
        pipe.out.flush();
    }

    private PathSearch question() throws IOException {
        String[] words = pipe.words();
        NebSettings settings = new NebSettings(
                Integer.parseInt(words[3]),
                Double.parseDouble(words[4]),
                Double.parseDouble(words[5]),
                NebSettings.Start.valueOf(words[2]),
                NebSettings.Climbing.valueOf(words[1]),
                NebSettings.Optimizer.valueOf(words[0]),
                Integer.parseInt(words[6]));
        Band band = pipe.band(settings);
        return PathSearch.start(band, pipe.evaluation(), pipe.evaluation(), settings);
    }
}
