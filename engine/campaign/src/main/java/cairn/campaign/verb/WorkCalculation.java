package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Outcome;
import cairn.campaign.step.Rendered;
import cairn.campaign.supervise.RunLog;
import cairn.campaign.work.NativeJob;
import cairn.campaign.work.ProgressFile;
import cairn.campaign.work.ResultFile;
import cairn.campaign.work.WorkOrder;
import cairn.campaign.work.WorkOrderJson;
import cairn.cluster.Resources;
import cairn.codes.NativeRuns;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A calculation that Cairn runs itself, inside a job: see [cairn.campaign.work].
record WorkCalculation(CalculationId id, Setup setup, WorkOrder order) implements Calculation {
    @Override
    public Resources resources() {
        return setup.resources();
    }

    @Override
    public Rendered render() {
        return switch (order) {
            case WorkOrder.Energy _, WorkOrder.Relax _, WorkOrder.Band _ ->
                rendered(new TreeMap<>(), WorkOrder.EVALUATIONS);
            case WorkOrder.Driven driven -> rendered(inputs(driven), RunLog.NAME);
        };
    }

    /// @param log which tells what is done already
    private Rendered rendered(SortedMap<String, String> files, String log) {
        files.put(WorkOrder.FILE, WorkOrderJson.write(order));
        return new Rendered(files, WorkOrder.COMMAND, List.of(WorkOrder.RESULT, log), List.of(log), fingerprint());
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
            case WorkOrder.Energy _, WorkOrder.Relax _, WorkOrder.Band _ -> size(directory);
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
        String code = setup.code().fingerprint();
        return switch (order) {
            case WorkOrder.Energy _, WorkOrder.Relax _, WorkOrder.Driven _ -> code;
            case WorkOrder.Band band ->
                band.prior()
                        .map(prior -> code + " with the prior " + prior.fingerprint())
                        .orElse(code);
        };
    }

    @Override
    public Outcome collect(Path directory) {
        return ResultFile.read(directory)
                .map(WorkCalculation::outcome)
                .orElseGet(() -> new Outcome.Incomplete("there is no " + WorkOrder.RESULT));
    }

    @Override
    public Optional<ObjectNode> progress(Path directory) {
        return ProgressFile.read(directory);
    }

    static Outcome outcome(ObjectNode result) {
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
        return new Outcome.Failed(new Failure(
                error.required("signature").stringValue(),
                error.required("message").stringValue(),
                error.required("advice").stringValue()));
    }
}
