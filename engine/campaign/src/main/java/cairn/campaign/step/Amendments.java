package cairn.campaign.step;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// A plan with its changes of physics. Energies may be subtracted from each other only if they answer the same
/// question, so a change holds for everything that is compared, directly or through others, or for nothing.
public final class Amendments {
    private Amendments() {}

    /// The steps, each with the changes that hold for it now: of one whose policy has become to refuse, or whose
    /// settings its user has changed since, there are none.
    public static SequencedMap<StepId, Amended> applied(Collection<? extends Step> steps, List<Amendment> amendments) {
        SequencedMap<StepId, Amended> all = new LinkedHashMap<>();
        steps.forEach(step -> all.put(step.id(), new Amended(step, List.of())));
        for (Amendment amendment : amendments) {
            for (StepId id : comparedWith(amendment.cause(), steps)) {
                all.computeIfPresent(id, (_, amended) -> amended.by(amendment));
            }
        }
        return all;
    }

    /// A step, and the changes that made it what it is.
    public record Amended(Step step, List<Amendment> amendments) {
        public Amended {
            amendments = List.copyOf(amendments);
        }

        private Amended by(Amendment amendment) {
            Step other = step.amended(amendment.remedy());
            if (other.equals(step)) {
                return this;
            }
            List<Amendment> more = new ArrayList<>(amendments);
            more.add(amendment);
            return new Amended(other, more);
        }
    }

    /// The step and every other whose energies are compared with its own, directly or through others.
    public static List<StepId> comparedWith(StepId cause, Collection<? extends Step> steps) {
        Map<StepId, Set<StepId>> neighbours = new HashMap<>();
        for (Step step : steps) {
            for (StepId other : step.compared()) {
                neighbours.computeIfAbsent(step.id(), _ -> new TreeSet<>()).add(other);
                neighbours.computeIfAbsent(other, _ -> new TreeSet<>()).add(step.id());
            }
        }
        Set<StepId> reached = new TreeSet<>(Set.of(cause));
        Deque<StepId> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (StepId other : neighbours.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(other)) {
                    open.add(other);
                }
            }
        }
        return List.copyOf(reached);
    }
}
