package cairn.campaign.work;

import cairn.campaign.supervise.Deadline;
import cairn.campaign.work.files.ResultFile;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.WorkOrder;
import cairn.campaign.work.order.WorkOrderJson;
import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.codes.EngineLost;
import cairn.codes.catalogue.Codes;
import cairn.codes.correction.Handlers;
import cairn.neb.algebra.PreferenceMistake;
import cairn.structure.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            ObjectNode found = order instanceof WorkOrder.Driven driven
                    ? NativeJob.run(driven, code, directory, cores)
                    : evaluated(directory, order, code, cores);
            if (found.has(WorkResult.VERSION)) {
                Aside.of(directory, code).ifPresent(said -> found.set(Aside.KEY, said));
            }
            return found;
        } catch (EngineFailure e) {
            return WorkResult.failure(
                    e.error(), Handlers.physics(code, e.error().signature()));
        }
    }

    private static ObjectNode evaluated(Path directory, WorkOrder order, Code code, int cores) {
        try (Evaluator evaluator = Evaluator.open(directory, code, engines(order, cores), cores, Deadline.ofJob())) {
            return switch (order) {
                case WorkOrder.Energy energy -> energy(energy, evaluator);
                case WorkOrder.Relax relax -> new RelaxJob(relax, evaluator).run();
                case WorkOrder.Insert insert -> new InsertionJob(insert, evaluator).run();
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
                "work/algebra",
                e.getMessage() + ".",
                "Look at the environment of jobs, or at `prelude` in the profile.");
    }

    private static int engines(WorkOrder order, int cores) {
        return switch (order) {
            case WorkOrder.Energy _, WorkOrder.Relax _, WorkOrder.Insert _, WorkOrder.Driven _ -> 1;
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

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
