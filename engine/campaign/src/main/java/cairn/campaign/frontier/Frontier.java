package cairn.campaign.frontier;

import cairn.campaign.news.News;
import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Which steps can be asked, and what they said. A step is asked when its dependencies are done and again when one of
/// its calculations is done, and only then. Results of steps are held softly: a step is pure, so a result that
/// memory had no room for is asked for once more.
public final class Frontier implements Results {
    /// What a calculation that a step names can give now.
    public sealed interface Supply {
        /// Its result is there; `isNews` when the step, asked a moment ago, could not have known.
        record Usable(boolean isNews) implements Supply {}

        record Pending() implements Supply {}

        record Failed(Failure failure) implements Supply {}
    }

    /// Where calculations come from: the driver orders the ones that are missing, a reader only looks.
    public interface Source {
        Supply supply(Calculation calculation);

        Optional<ObjectNode> result(CalculationId id);
    }

    private static final class Node {
        private final Step step;
        private final List<Node> dependents = new ArrayList<>(2);
        private int missing;
        private boolean asked;
        private StepStanding standing = new StepStanding.Waiting();
        private SoftReference<StepResult> result = new SoftReference<>(new StepResult(EMPTY, EMPTY));

        private Node(Step step) {
            this.step = step;
        }
    }

    private static final ObjectNode EMPTY = JsonMapper.shared().createObjectNode();

    private final Map<StepId, Node> nodes = new LinkedHashMap<>();
    private final Deque<Node> toAsk = new ArrayDeque<>();
    private final Source source;
    private final News.Listener listener;
    private int open;

    public Frontier(Collection<? extends Step> steps, Source source, News.Listener listener) {
        this.source = source;
        this.listener = listener;
        steps.forEach(step -> nodes.put(step.id(), new Node(step)));
        nodes.values().forEach(this::connect);
        open = nodes.size();
        nodes.values().stream().filter(node -> node.missing == 0).forEach(this::activate);
    }

    private void connect(Node node) {
        for (StepId id : node.step.dependencies()) {
            Node dependency = nodes.get(id);
            if (dependency == null) {
                throw new IllegalArgumentException(
                        "step " + node.step.id() + " depends on " + id + ", not in the plan");
            }
            dependency.dependents.add(node);
            node.missing++;
        }
    }

    /// Asks every step that has reason to be asked, until none has.
    public void advance() {
        while (!toAsk.isEmpty()) {
            Node node = toAsk.remove();
            node.asked = false;
            if (node.standing instanceof StepStanding.Active) {
                ask(node);
            }
        }
    }

    private void ask(Node node) {
        boolean again = true;
        while (again) {
            again = switch (node.step.next(this)) {
                case Next.Needs(var calculations) -> supplyNew(node, calculations);
                case Next.Done(var result) -> done(node, result);
                case Next.Failed(var failure) -> failed(node, failure);
            };
        }
    }

    /// Whether a calculation could be supplied at once that the step did not know as done: it may have more to say.
    private boolean supplyNew(Node node, List<Calculation> calculations) {
        boolean news = false;
        boolean pending = false;
        for (Calculation calculation : calculations) {
            switch (source.supply(calculation)) {
                case Supply.Usable(boolean isNews) -> news |= isNews;
                case Supply.Pending() -> pending = true;
                case Supply.Failed(var failure) -> {
                    return failed(node, failure);
                }
            }
        }
        if (!news && !pending) {
            throw new IllegalStateException("step " + node.step.id() + " needs nothing more and is not done");
        }
        return news;
    }

    private boolean done(Node node, StepResult result) {
        node.result = new SoftReference<>(result);
        close(node, new StepStanding.Done(), new News.StepDone(node.step.id(), result));
        for (Node dependent : node.dependents) {
            dependent.missing--;
            if (dependent.missing == 0 && dependent.standing instanceof StepStanding.Waiting) {
                activate(dependent);
            }
        }
        return false;
    }

    private boolean failed(Node node, Failure failure) {
        close(node, new StepStanding.Failed(failure), new News.StepFailed(node.step.id(), failure));
        block(node);
        return false;
    }

    private void block(Node failed) {
        Deque<Node> reached = new ArrayDeque<>(failed.dependents);
        while (!reached.isEmpty()) {
            Node node = reached.remove();
            if (node.standing instanceof StepStanding.Waiting) {
                close(
                        node,
                        new StepStanding.Blocked(failed.step.id()),
                        new News.StepBlocked(node.step.id(), failed.step.id()));
                reached.addAll(node.dependents);
            }
        }
    }

    private void close(Node node, StepStanding standing, News news) {
        node.standing = standing;
        open--;
        listener.hear(news);
    }

    private void activate(Node node) {
        node.standing = new StepStanding.Active();
        touch(node);
    }

    private void touch(Node node) {
        if (!node.asked) {
            node.asked = true;
            toAsk.add(node);
        }
    }

    /// One of the step's calculations is settled.
    public void touch(StepId id) {
        Optional.ofNullable(nodes.get(id)).ifPresent(this::touch);
    }

    /// Whether every step is done, failed or blocked.
    public boolean isClosed() {
        return open == 0;
    }

    public boolean isActive(StepId id) {
        return standing(id) instanceof StepStanding.Active;
    }

    /// What an active step knows already, and a failed one knew when it failed.
    public Optional<ObjectNode> progress(StepId id) {
        return switch (standing(id)) {
            case StepStanding.Active(), StepStanding.Failed _ ->
                Optional.ofNullable(nodes.get(id)).flatMap(node -> node.step.progress(this));
            case StepStanding.Waiting(), StepStanding.Done(), StepStanding.Blocked _ -> Optional.empty();
        };
    }

    /// Whether the step may still name calculations that it has not named yet.
    public boolean mayStillName(StepId id) {
        return standing(id) instanceof StepStanding.Active || standing(id) instanceof StepStanding.Waiting;
    }

    /// How the step stands; one that is not in the plan is done with.
    public StepStanding standing(StepId id) {
        Node node = nodes.get(id);
        return node == null ? new StepStanding.Done() : node.standing;
    }

    @Override
    public Optional<StepResult> step(StepId id) {
        Node node = nodes.get(id);
        return node != null && node.standing instanceof StepStanding.Done
                ? Optional.of(result(node))
                : Optional.empty();
    }

    private StepResult result(Node node) {
        StepResult held = node.result.get();
        if (held != null) {
            return held;
        }
        if (node.step.next(this) instanceof Next.Done(var result)) {
            node.result = new SoftReference<>(result);
            return result;
        }
        throw new IllegalStateException("step " + node.step.id() + " was done and now is not: it is not pure");
    }

    @Override
    public Optional<ObjectNode> calculation(CalculationId id) {
        return source.result(id);
    }
}
