package cairn.campaign.work;

import cairn.campaign.supervise.Deadline;
import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.codes.EngineLost;
import cairn.codes.catalogue.Codes;
import cairn.neb.Observation;
import cairn.neb.algebra.PreferenceMistake;
import cairn.neb.relax.Relaxation;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                Codes.of(order.code())
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
        try {
            return order instanceof WorkOrder.Driven driven
                    ? NativeJob.run(driven, code, directory, cores)
                    : evaluated(directory, order, code, cores);
        } catch (EngineFailure e) {
            return WorkResult.failure(e.error());
        }
    }

    private static ObjectNode evaluated(Path directory, WorkOrder order, Code code, int cores) {
        try (Evaluator evaluator = Evaluator.open(directory, code, engines(order, cores), cores, Deadline.ofJob())) {
            return switch (order) {
                case WorkOrder.Energy energy -> energy(energy, evaluator);
                case WorkOrder.Relax relax -> relax(relax, evaluator);
                case WorkOrder.Band band -> new BandJob(band, evaluator, directory).run();
                case WorkOrder.Driven _ -> throw new IllegalStateException("Cairn does not evaluate here");
            };
        } catch (OutOfTime e) {
            return WorkResult.outOfTime(String.valueOf(e.getMessage()));
        } catch (PreferenceMistake e) {
            return WorkResult.failure(misled(e));
        } catch (EngineLost e) {
            return WorkResult.incomplete(String.valueOf(e.getMessage()));
        }
    }

    /// The environment of the job may be another than that of the campaign.
    private static CodeError misled(PreferenceMistake e) {
        return new CodeError(
                "work/algebra", e.getMessage() + ".", "Look at the environment of jobs, or at setup in the profile.");
    }

    private static int engines(WorkOrder order, int cores) {
        return switch (order) {
            case WorkOrder.Energy _, WorkOrder.Relax _, WorkOrder.Driven _ -> 1;
            case WorkOrder.Band band -> Math.clamp(cores, 1, imagesAtATime(band));
        };
    }

    private static int imagesAtATime(WorkOrder.Band band) {
        return switch (band.search()) {
            case SearchChoice.Plain _ -> band.settings().interiorImages();
            case SearchChoice.Surrogate surrogate -> surrogate.imagesAtATime();
        };
    }

    private static ObjectNode energy(WorkOrder.Energy order, Evaluator evaluator) {
        Evaluation evaluation = evaluator.evaluate(order.structure());
        return WorkResult.single(order.structure(), evaluation, 1, evaluator.codeVersion());
    }

    private static ObjectNode relax(WorkOrder.Relax order, Evaluator evaluator) {
        Relaxation relaxation = Relaxation.start(order.structure(), order.settings());
        List<Observation> way = new ArrayList<>();
        while (!relaxation.isConverged() && !relaxation.isExhausted()) {
            Structure structure = relaxation.structure();
            Evaluation evaluation = evaluator.evaluate(structure);
            way.add(new Observation(structure, evaluation));
            relaxation = relaxation.advance(evaluation);
            tell(String.format(Locale.ROOT, "step %d fmax %.5f eV/Angstrom", relaxation.steps(), relaxation.fmax()));
        }
        return relaxation.isConverged()
                ? WorkResult.relaxed(order, relaxation, way, evaluator.codeVersion())
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
