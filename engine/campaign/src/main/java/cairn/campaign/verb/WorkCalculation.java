package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Corrected;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Outcome;
import cairn.campaign.step.PhysicsPolicy;
import cairn.campaign.step.Rendered;
import cairn.campaign.supervise.RunLog;
import cairn.campaign.work.NativeJob;
import cairn.campaign.work.files.CorrectionLog;
import cairn.campaign.work.files.ProgressFile;
import cairn.campaign.work.files.ResultFile;
import cairn.campaign.work.order.WorkOrder;
import cairn.campaign.work.order.WorkOrderJson;
import cairn.cluster.Resources;
import cairn.codes.Code;
import cairn.codes.NativeRuns;
import cairn.codes.correction.Remedy;
import cairn.codes.correction.RemedyJson;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.structure.Element;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A calculation that Cairn runs itself, inside a job: see [cairn.campaign.work].
public record WorkCalculation(CalculationId id, Setup setup, WorkOrder order) implements Calculation {
    @Override
    public Resources resources() {
        return setup.resources();
    }

    @Override
    public Rendered render() {
        return switch (order) {
            case WorkOrder.Energy _, WorkOrder.Relax _, WorkOrder.Insert _, WorkOrder.Band _ ->
                rendered(new TreeMap<>(), WorkOrder.EVALUATIONS);
            case WorkOrder.Driven driven -> rendered(inputs(driven), RunLog.NAME);
        };
    }

    /// @param log which tells what is done already
    private Rendered rendered(SortedMap<String, String> files, String log) {
        files.put(WorkOrder.FILE, WorkOrderJson.write(order));
        return new Rendered(
                files,
                WorkOrder.COMMAND,
                List.of(WorkOrder.RESULT, log),
                List.of(log, WorkOrder.CORRECTIONS),
                fingerprint());
    }

    /// What a first run of the code reads, if it has all the time it wants: to be looked at, and so that another input
    /// is another calculation.
    private SortedMap<String, String> inputs(WorkOrder.Driven driven) {
        return new TreeMap<>(runs().deck(
                        driven.task(),
                        new Start.Beginning(),
                        Room.unlimited(resources().cores()))
                .files());
    }

    private NativeRuns runs() {
        return setup.code()
                .nativeRuns()
                .orElseThrow(() -> new IllegalStateException(setup.code().name() + " does nothing by itself"));
    }

    @Override
    public long reached(Path directory) {
        return switch (order) {
            case WorkOrder.Energy _, WorkOrder.Relax _, WorkOrder.Insert _, WorkOrder.Band _ -> size(directory);
            case WorkOrder.Driven driven -> NativeJob.stepsDone(driven, runs(), directory);
        };
    }

    /// Of the evaluations that are known: each adds some bytes.
    private static long size(Path directory) {
        Path log = directory.resolve(WorkOrder.EVALUATIONS);
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + log, e);
        }
    }

    /// Of the code, and of the one that a search takes for its prior.
    private String fingerprint() {
        Code code = setup.code();
        return switch (order) {
            case WorkOrder.Energy energy -> code.fingerprint(energy.structure().species());
            case WorkOrder.Relax relax -> code.fingerprint(relax.structure().species());
            case WorkOrder.Insert insert -> code.fingerprint(species(insert));
            case WorkOrder.Driven driven ->
                code.fingerprint(driven.task().structure().species());
            case WorkOrder.Band band ->
                fingerprint(code.fingerprint(band.from().structure().species()), band);
        };
    }

    private static List<Element> species(WorkOrder.Insert insert) {
        return Stream.concat(
                        insert.host().species().stream(),
                        Stream.of(insert.insertion().element()))
                .toList();
    }

    private static String fingerprint(String code, WorkOrder.Band band) {
        return band.prior()
                .map(prior -> code + " with the prior " + prior.fingerprint())
                .orElse(code);
    }

    @Override
    public Outcome collect(Path directory) {
        return ResultFile.read(directory)
                .map(result -> outcome(result, setup.physics()))
                .orElseGet(() -> new Outcome.Incomplete("there is no " + WorkOrder.RESULT));
    }

    @Override
    public Optional<ObjectNode> progress(Path directory) {
        return ProgressFile.read(directory);
    }

    @Override
    public List<Corrected> corrections(Path directory) {
        return CorrectionLog.read(directory);
    }

    static Outcome outcome(ObjectNode result, PhysicsPolicy policy) {
        if (result.has("incomplete")) {
            return new Outcome.Incomplete(result.required("incomplete").stringValue());
        }
        if (result.has("out_of_time")) {
            return new Outcome.OutOfTime(result.required("out_of_time").stringValue());
        }
        if (!result.has("error")) {
            return new Outcome.Done(result);
        }
        JsonNode error = result.required("error");
        Failure failure = new Failure(
                error.required("signature").stringValue(),
                error.required("message").stringValue(),
                error.required("advice").stringValue());
        return result.optional("physics")
                .map(remedy -> mendable(failure, RemedyJson.read(remedy), policy))
                .orElseGet(() -> new Outcome.Failed(failure));
    }

    private static Outcome mendable(Failure failure, Remedy remedy, PhysicsPolicy policy) {
        return switch (policy) {
            case ALLOW -> new Outcome.Amendable(failure, remedy);
            case REFUSE ->
                new Outcome.Failed(new Failure(
                        failure.signature(), failure.message(), failure.advice() + " " + remedy.invitation()));
        };
    }
}
