package cairn.campaign.fake;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Corrected;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.Outcome;
import cairn.campaign.step.Rendered;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.cluster.Resources;
import cairn.codes.correction.Remedy;
import cairn.codes.correction.Remedy.Touches;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A fake step whose jobs change their numerics, and which fails, if it is frail, until its physics is changed.
public record FrailStep(FakeStep step, Health health, SortedSet<StepId> compared) implements Step {
    public static final Remedy CURE = new Remedy("fake/frail", "cure", Touches.PHYSICS, "it is frail", List.of());
    public static final Remedy NUMERICS = new Remedy("fake/slow", "haste", Touches.NUMERICS, "It was slow", List.of());

    private static final String CURED = "cured";

    /// Whether the step fails as it is.
    public enum Health {
        SOUND,
        FRAIL
    }

    public static FrailStep of(FakeStep step, Health health, String... compared) {
        TreeSet<StepId> ids = new TreeSet<>();
        Arrays.stream(compared).map(StepId::new).forEach(ids::add);
        return new FrailStep(step, health, ids);
    }

    @Override
    public StepId id() {
        return step.id();
    }

    @Override
    public String kind() {
        return step.kind();
    }

    @Override
    public SortedSet<StepId> dependencies() {
        return step.dependencies();
    }

    @Override
    public Step amended(Remedy change) {
        return new FrailStep(step.salted(CURED), Health.SOUND, compared);
    }

    @Override
    public Next next(Results results) {
        return switch (step.next(results)) {
            case Next.Needs(var calculations) ->
                new Next.Needs(calculations.stream()
                        .<Calculation>map(each -> new FrailCalculation((FakeCalculation) each, health))
                        .toList());
            case Next.Done done -> done;
            case Next.Failed failed -> failed;
        };
    }

    private record FrailCalculation(FakeCalculation calculation, Health health) implements Calculation {
        @Override
        public CalculationId id() {
            return calculation.id();
        }

        @Override
        public Resources resources() {
            return calculation.resources();
        }

        @Override
        public Rendered render() {
            return calculation.render();
        }

        @Override
        public Outcome collect(Path directory) {
            return switch (health) {
                case SOUND -> calculation.collect(directory);
                case FRAIL -> new Outcome.Amendable(new Failure("fake/frail", "it broke", "cure it"), CURE);
            };
        }

        /// Told by the time that there is an output.
        @Override
        public List<Corrected> corrections(Path directory) {
            return calculation.collect(directory) instanceof Outcome.Done
                    ? List.of(new Corrected(Instant.EPOCH, NUMERICS))
                    : List.of();
        }
    }
}
