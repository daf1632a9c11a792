package cairn.cli.progress;

import java.util.List;
import java.util.Objects;

/// A campaign at an instant, in the words of its user.
public record Snapshot(String campaign, List<StepLine> steps, Jobs jobs, List<String> warnings) {
    public Snapshot {
        Objects.requireNonNull(campaign);
        Objects.requireNonNull(jobs);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    public long count(Phase phase) {
        return steps.stream().filter(step -> step.phase() == phase).count();
    }

    /// How far a step is. The order is that of the screen: what needs attention first.
    public enum Phase {
        FAILED,
        RUNNING,
        DONE,
        WAITING
    }

    /// A step: its name, its verb, how far it is, and in a few words what it does, found or waits for.
    public record StepLine(String name, String kind, Phase phase, String detail) {
        public StepLine {
            Objects.requireNonNull(name);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(phase);
            Objects.requireNonNull(detail);
        }
    }

    /// The jobs that the scheduler knows now.
    public record Jobs(int queued, int running) {
        public Jobs {
            if (queued < 0 || running < 0) {
                throw new IllegalArgumentException("a count of jobs is negative");
            }
        }
    }
}
