package cairn.campaign.work;

import cairn.codes.ForceEngine;
import cairn.codes.catalogue.Codes;
import cairn.neb.Band;
import cairn.neb.NebSettings;
import cairn.neb.PathSearch;
import cairn.neb.Search;
import cairn.neb.surrogate.Prior;
import cairn.neb.surrogate.SurrogateSearch;
import cairn.neb.surrogate.SurrogateSettings;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A way to search the band between two endpoints.
enum CountedSearch {
    PLAIN("plain band"),
    SURROGATE("surrogate"),
    PRIOR("surrogate, MEAM as prior");

    private static final int INTERIOR_IMAGES = 5;
    private static final double SPRING_CONSTANT = 0.1;
    private static final int MAX_ITERATIONS = 100;
    /// One for each thread: a prior is asked by several at once.
    private static final ThreadLocal<ForceEngine> MEAM = ThreadLocal.withInitial(
            () -> Codes.named("builtin/meam-lisi").orElseThrow().open(Path.of(".")));

    final String title;

    CountedSearch(String title) {
        this.title = title;
    }

    /// How often DFT was asked: until the saddle was known, which for a band is before all its images are below fmax.
    record Count(int untilSaddle, int untilEnd, int rounds, boolean converged, double force, double barrier) {
        String row(String title, double fmax, double secondsOfCall) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %d | %.4f | %.4f | %.1f | %s |",
                    title,
                    fmax,
                    untilSaddle,
                    untilEnd,
                    rounds,
                    barrier,
                    force,
                    secondsOfCall,
                    converged ? "yes" : "no");
        }
    }

    Count run(LithiumHop hop, double fmax, Evaluator evaluator) {
        Search search = start(hop, fmax);
        int untilSaddle = 0;
        while (!search.isFinished()) {
            search = search.advance(evaluator.evaluate(search.wanted(), _ -> "a structure"));
            boolean atSaddle = untilSaddle == 0 && saddleForce(search, evaluator) < fmax;
            untilSaddle = atSaddle ? search.forceEvaluations() : untilSaddle;
        }
        return new Count(
                untilSaddle,
                search.forceEvaluations(),
                search.rounds(),
                search.isConverged(),
                saddleForce(search, evaluator),
                search.path().barrierForward());
    }

    private Search start(LithiumHop hop, double fmax) {
        Structure from = hop.from().structure();
        Structure to = hop.to().structure();
        Band band = Band.between(from, to, INTERIOR_IMAGES, NebSettings.Start.IDPP);
        Evaluation first = hop.from().evaluation();
        Evaluation last = hop.to().evaluation();
        NebSettings settings = settings(fmax);
        SurrogateSettings standard = SurrogateSettings.standard();
        Prior meam = structure -> MEAM.get().evaluate(structure);
        return switch (this) {
            case PLAIN -> PathSearch.start(band, first, last, settings);
            case SURROGATE -> SurrogateSearch.start(band, first, last, settings, standard, List.of());
            case PRIOR -> SurrogateSearch.start(band, first, last, settings, standard, List.of(), meam);
        };
    }

    private static NebSettings settings(double fmax) {
        return new NebSettings(
                INTERIOR_IMAGES,
                fmax,
                SPRING_CONSTANT,
                NebSettings.Start.IDPP,
                NebSettings.Climbing.WHEN_SETTLED,
                NebSettings.Optimizer.ODE,
                MAX_ITERATIONS);
    }

    /// The largest true force of an atom: on the highest image of a plain band, where the surrogate says it climbed.
    private double saddleForce(Search search, Evaluator evaluator) {
        if (this != PLAIN) {
            return search.fmax();
        }
        double[] forces = evaluator
                .evaluate(search.band().images().get(search.path().highestImage()))
                .forces()
                .toArray();
        double largest = 0;
        for (int i = 0; i < forces.length; i += 3) {
            largest = Math.max(largest, Math.hypot(Math.hypot(forces[i], forces[i + 1]), forces[i + 2]));
        }
        return largest;
    }
}
