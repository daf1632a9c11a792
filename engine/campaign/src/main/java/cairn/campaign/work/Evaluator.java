package cairn.campaign.work;

import cairn.campaign.supervise.Deadline;
import cairn.campaign.work.files.CorrectionLog;
import cairn.campaign.work.files.EvaluationLog;
import cairn.campaign.work.order.WorkOrder;
import cairn.codes.Code;
import cairn.codes.CodeSpec;
import cairn.codes.EngineFailure;
import cairn.codes.EngineLost;
import cairn.codes.catalogue.Codes;
import cairn.codes.correction.CorrectingEngine;
import cairn.codes.correction.Handlers;
import cairn.codes.correction.Treatment;
import cairn.neb.Observation;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Answers for structures from the log where it can, from engines where it must; several engines work side by side,
/// and mend their numerics by themselves ([cairn.codes.correction]).
///
/// Structure i of a batch always goes to engine i modulo their number, so an engine sees images that resemble each
/// other; the answers do not depend on it.
final class Evaluator implements AutoCloseable {
    private final EvaluationLog log;
    private final List<CorrectingEngine> engines;
    private final ExecutorService threads;
    private final SortedSet<String> versions = new TreeSet<>();
    private final Deadline deadline;

    /// The longest evaluation of this job so far, in nanoseconds.
    private final AtomicLong longest = new AtomicLong();

    private Evaluator(EvaluationLog log, List<CorrectingEngine> engines, Deadline deadline) {
        this.log = log;
        this.deadline = deadline;
        this.engines = engines;
        this.threads = Executors.newFixedThreadPool(engines.size());
    }

    /// An evaluator with so many engines, each on a core of its own.
    static Evaluator open(Path directory, Code code, int engines) {
        return open(directory, code, engines, engines, Deadline.ofJob());
    }

    /// An evaluator with so many engines, each with its own folder below this one, which share the cores. It begins
    /// nothing that would not be done by the deadline.
    static Evaluator open(Path directory, Code code, int engines, int cores, Deadline deadline) {
        int each = Math.max(1, cores / engines);
        EvaluationLog log = EvaluationLog.open(directory.resolve(WorkOrder.EVALUATIONS), code.fingerprint());
        Treatment treatment = treatment(directory, code);
        return new Evaluator(
                log,
                IntStream.range(0, engines)
                        .mapToObj(i -> CorrectingEngine.open(
                                treatment,
                                settings -> with(settings, code).open(directory.resolve("engine-" + i), each)))
                        .toList(),
                deadline);
    }

    /// Goes on with what earlier attempts had to correct.
    static Treatment treatment(Path directory, Code code) {
        CorrectionLog corrections = CorrectionLog.open(directory, InstantSource.system());
        return Treatment.of(
                Handlers.of(code.name()), CodeSpec.settings(code.spec()), corrections.earlier(), corrections::append);
    }

    static Code with(ObjectNode settings, Code code) {
        return settings.equals(CodeSpec.settings(code.spec()))
                ? code
                : Codes.of(CodeSpec.of(code.name(), settings)).orElseThrow();
    }

    Evaluation evaluate(Structure structure) {
        return evaluate(List.of(structure), _ -> "the structure").getFirst();
    }

    /// The answers in the order of the structures, all of them on the disk. In a sentence each of them is called what
    /// `names` calls it: "image 3".
    ///
    /// @throws EngineFailure if an engine cannot say
    /// @throws EngineLost if an engine was killed
    /// @throws OutOfTime if there is no time for one of them; what was evaluated before is in the log
    List<Evaluation> evaluate(List<Structure> structures, Function<Structure, String> names) {
        List<Callable<Boolean>> shares = new ArrayList<>();
        for (int engine = 0; engine < engines.size(); engine++) {
            int first = engine;
            shares.add(() -> compute(first, structures, names));
        }
        boolean computed = run(shares);
        if (computed) {
            log.force();
        }
        return structures.stream().map(this::known).toList();
    }

    private Evaluation known(Structure structure) {
        EvaluationLog.Answer answer = log.find(structure).orElseThrow();
        versions.add(answer.codeVersion());
        return answer.evaluation();
    }

    /// Whether no structure of these would have to be computed.
    boolean knows(List<Structure> structures) {
        return structures.stream().allMatch(structure -> log.find(structure).isPresent());
    }

    /// What earlier attempts have evaluated of structures that differ from this one by positions alone.
    List<Observation> ofEarlierAttempts(Structure like) {
        return log.ofEarlierAttempts(like);
    }

    /// Of the code that gave the answers so far; of all of them, if attempts ran where the code was another.
    String codeVersion() {
        return String.join(", ", versions);
    }

    /// Every n-th structure, those that nobody has computed yet; whether there was any.
    private boolean compute(int first, List<Structure> structures, Function<Structure, String> names) {
        boolean computed = false;
        for (int i = first; i < structures.size(); i += engines.size()) {
            Structure structure = structures.get(i);
            if (log.find(structure).isEmpty()) {
                CorrectingEngine engine = engines.get(first);
                Evaluation evaluation = timed(engine, structure, names.apply(structure));
                log.append(structure, new EvaluationLog.Answer(evaluation, engine.version()));
                computed = true;
            }
        }
        return computed;
    }

    private Evaluation timed(CorrectingEngine engine, Structure structure, String name) {
        Duration expected = Duration.ofNanos(longest.get());
        if (!deadline.leavesRoomFor(expected)) {
            throw new OutOfTime("its time was up: an evaluation takes up to " + expected.toSeconds() + " s, left were "
                    + deadline.left().toSeconds() + " s");
        }
        long before = System.nanoTime();
        Evaluation evaluation = engine.evaluate(structure, name);
        longest.accumulateAndGet(System.nanoTime() - before, Math::max);
        return evaluation;
    }

    /// What a code could not do is passed on; anything else is a fault of ours.
    private static RuntimeException cause(ExecutionException e) {
        if (e.getCause() instanceof EngineFailure failure) {
            return failure;
        }
        if (e.getCause() instanceof OutOfTime outOfTime) {
            return outOfTime;
        }
        return e.getCause() instanceof EngineLost lost ? lost : new IllegalStateException(e);
    }

    private boolean run(List<Callable<Boolean>> shares) {
        try {
            boolean any = false;
            for (Future<Boolean> share : threads.invokeAll(shares)) {
                any |= share.get();
            }
            return any;
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a job's main thread", e);
        }
    }

    @Override
    public void close() {
        threads.close();
        engines.forEach(CorrectingEngine::close);
        log.close();
    }
}
