package cairn.campaign.work;

import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.codes.EngineLost;
import cairn.codes.catalogue.Codes;
import cairn.neb.Band;
import cairn.neb.PathSearch;
import cairn.neb.Status;
import cairn.neb.relax.Relaxation;
import cairn.structure.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// Runs a work order to its end, inside a job.
public final class Work {
    private Work() {}

    /// Reads the order in a job's directory, does it on so many cores, and leaves the result there. A code or a search
    /// that fails is a result too: this returns, and the result says why. Progress goes to standard output.
    public static void run(Path directory, int cores) {
        WorkOrder order = WorkOrderJson.read(text(directory.resolve(WorkOrder.FILE)));
        ResultFile.write(
                directory,
                Codes.named(order.code())
                        .map(code -> result(directory, order, code, cores))
                        .orElseGet(() -> WorkResult.failure(unknown(order.code()))));
    }

    private static CodeError unknown(String code) {
        return new CodeError(
                "work/unknown-code",
                "There is no code " + code + "; there are " + String.join(", ", Codes.names()) + ".",
                "Does the job run the same version of Cairn as the campaign?");
    }

    private static ObjectNode result(Path directory, WorkOrder order, Code code, int cores) {
        try (Evaluator evaluator = Evaluator.open(directory, code, engines(order, cores))) {
            return switch (order) {
                case WorkOrder.Energy energy -> energy(energy, evaluator);
                case WorkOrder.Relax relax -> relax(relax, evaluator);
                case WorkOrder.Band band -> band(band, evaluator);
            };
        } catch (EngineFailure e) {
            return WorkResult.failure(e.error());
        } catch (EngineLost e) {
            return WorkResult.incomplete(String.valueOf(e.getMessage()));
        }
    }

    private static int engines(WorkOrder order, int cores) {
        return switch (order) {
            case WorkOrder.Energy _, WorkOrder.Relax _ -> 1;
            case WorkOrder.Band band -> Math.clamp(cores, 1, band.settings().interiorImages());
        };
    }

    private static ObjectNode energy(WorkOrder.Energy order, Evaluator evaluator) {
        Evaluation evaluation = evaluator.evaluate(order.structure());
        return WorkResult.single(order.structure(), evaluation, 1, evaluator.codeVersion());
    }

    private static ObjectNode relax(WorkOrder.Relax order, Evaluator evaluator) {
        Relaxation relaxation = Relaxation.start(order.structure(), order.settings());
        while (!relaxation.isConverged() && !relaxation.isExhausted()) {
            relaxation = relaxation.advance(evaluator.evaluate(relaxation.structure()));
            tell(String.format(Locale.ROOT, "step %d fmax %.5f eV/Angstrom", relaxation.steps(), relaxation.fmax()));
        }
        return relaxation.isConverged()
                ? WorkResult.single(
                        relaxation.structure(), relaxation.evaluation(), relaxation.steps(), evaluator.codeVersion())
                : WorkResult.failure(unrelaxed(order, relaxation));
    }

    private static CodeError unrelaxed(WorkOrder.Relax order, Relaxation relaxation) {
        return new CodeError(
                "relax/not-converged",
                String.format(
                        Locale.ROOT,
                        "After %d steps the largest force is %.3g eV/Angstrom, asked was %.3g.",
                        relaxation.steps(),
                        relaxation.fmax(),
                        order.settings().fmax()),
                "Allow more steps (max_steps), or start from a better structure.");
    }

    private static ObjectNode band(WorkOrder.Band order, Evaluator evaluator) {
        Band start = Band.between(
                order.from().structure(),
                order.to().structure(),
                order.settings().interiorImages(),
                order.settings().start());
        PathSearch search =
                PathSearch.start(start, order.from().evaluation(), order.to().evaluation(), order.settings());
        while (!search.isFinished()) {
            search = search.advance(evaluator.evaluate(search.wanted()));
            tell(String.format(
                    Locale.ROOT,
                    "iteration %d fmax %.5f eV/Angstrom barrier so far %.5f eV",
                    search.rounds(),
                    search.fmax(),
                    search.path().barrierForward()));
        }
        return switch (search.status()) {
            case Status.Searching _ -> throw new IllegalStateException("the search goes on");
            case Status.Converged _ -> WorkResult.band(search, evaluator.codeVersion());
            case Status.NoSaddle _ -> WorkResult.failure(noSaddle());
            case Status.Exhausted _ -> WorkResult.failure(exhausted(order, search));
            case Status.Diverged(String why) -> WorkResult.failure(diverged(why));
        };
    }

    private static CodeError noSaddle() {
        return new CodeError(
                "neb/no-saddle",
                "The band is converged, but no image lies above both endpoints: between them it goes downhill.",
                "Look at the profile; perhaps an endpoint is no minimum, or more interior_images show the saddle.");
    }

    private static CodeError exhausted(WorkOrder.Band order, PathSearch search) {
        return new CodeError(
                "neb/not-converged",
                String.format(
                        Locale.ROOT,
                        "After %d iterations the largest NEB force is %.3g eV/Angstrom, asked was %.3g.",
                        search.rounds(),
                        search.fmax(),
                        order.settings().fmax()),
                "Allow more (max_iterations), or look whether the path passes an intermediate minimum.");
    }

    private static CodeError diverged(String why) {
        return new CodeError(
                "neb/diverged", "The search went astray: " + why + ".", "Look at the endpoints and the starting band.");
    }

    /// A line a round, for whoever looks at the job's output.
    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
