package cairn.campaign.work;

import cairn.campaign.supervise.Corrector;
import cairn.campaign.supervise.Course;
import cairn.campaign.supervise.Deadline;
import cairn.campaign.supervise.NativeTask;
import cairn.campaign.work.files.ProgressFile;
import cairn.campaign.work.json.Json;
import cairn.campaign.work.order.WorkOrder;
import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.codes.NativeRuns;
import cairn.codes.correction.CorrectingRuns;
import cairn.codes.correction.Handlers;
import cairn.codes.output.Step;
import cairn.codes.task.Found;
import cairn.codes.task.Sample;
import cairn.codes.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A task that the code does by itself, inside a job, and what the job's result says of it.
public final class NativeJob {
    private final Task task;
    private final NativeTask runs;

    private NativeJob(Task task, NativeTask runs) {
        this.task = task;
        this.runs = runs;
    }

    static ObjectNode run(WorkOrder.Driven order, Code code, Path directory, int cores) {
        Optional<NativeRuns> runs = code.nativeRuns();
        if (runs.isEmpty()) {
            return WorkResult.failure(new CodeError(
                    "work/not-by-itself",
                    "The code " + code.name() + " does nothing by itself.",
                    "Let Cairn drive it (driven_by: cairn)."));
        }
        CorrectingRuns correcting = CorrectingRuns.of(
                code.name(), Evaluator.treatment(directory, code), settings -> Evaluator.with(settings, code));
        NativeTask task = NativeTask.in(
                        directory,
                        correcting.first(),
                        order.task(),
                        cores,
                        Deadline.ofJob(),
                        (error, _) -> correcting.after(error))
                .watchedBy((steps, last) -> ProgressFile.write(directory, progress(order.task(), steps, last)));
        return new NativeJob(order.task(), task).result(task.run(), code);
    }

    /// How many steps the runs in an attempt directory have done, those of the attempts before it included.
    public static int stepsDone(WorkOrder.Driven order, NativeRuns code, Path directory) {
        return NativeTask.in(directory, code, order.task(), 1, Deadline.ofJob(), Corrector.none())
                .stepsDone();
    }

    /// What a run has told so far; of a band it is only how many iterations there were.
    static ObjectNode progress(Task task, int stepsDone, Step last) {
        ObjectNode node = Json.object().put("steps", stepsDone);
        if (!(task instanceof Task.Band)) {
            node.put("energy_ev", last.energies().free());
            if (last.forces() instanceof Step.SaidForces.Given(var forces)) {
                node.put("fmax_ev_per_ang", forces.fmax(task.structure().constraints()));
            }
        }
        return node;
    }

    private ObjectNode result(Course course, Code code) {
        return switch (course) {
            case Course.Finished(Found found) -> found(found);
            case Course.OutOfTime(String why) -> WorkResult.outOfTime(why);
            case Course.Lost(String why) -> WorkResult.incomplete(why);
            case Course.Failed(CodeError error) -> WorkResult.failure(error, Handlers.physics(code, error.signature()));
        };
    }

    private ObjectNode found(Found found) {
        ObjectNode node = switch (found) {
            case Found.Point(var structure, var evaluation, int steps, String version) ->
                WorkResult.single(structure, evaluation, steps, version);
            case Found.Path path -> RecordedBandJson.write(path, fmax());
        };
        ArrayNode files = node.putArray("trajectory_files");
        runs.trajectories().forEach(files::add);
        if (task instanceof Task.Dynamics dynamics) {
            tell(dynamics, node);
        }
        return node;
    }

    private double fmax() {
        return task instanceof Task.Band band ? band.fmax() : 0;
    }

    private void tell(Task.Dynamics dynamics, ObjectNode node) {
        List<Sample> samples = runs.samples(dynamics);
        node.put("steps", dynamics.steps());
        put(node, "mean_temperature_k", samples, Sample::temperatureK);
        put(node, "mean_potential_energy_ev", samples, Sample::potentialEv);
        put(node, "mean_pressure_ev_per_ang3", samples, Sample::pressure);
    }

    /// A mean that is known: codes that compute no stress tell no pressure.
    private static void put(ObjectNode node, String key, List<Sample> samples, ToDoubleFunction<Sample> number) {
        samples.stream().mapToDouble(number).filter(Double::isFinite).average().ifPresent(mean -> node.put(key, mean));
    }
}
