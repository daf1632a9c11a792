package cairn.campaign.calculation;

import cairn.campaign.step.Failure;
import cairn.cluster.Token;

/// One job's worth of a calculation. `directory` is relative to the campaign's folder and never used again.
public record Attempt(int number, Token token, String directory, Inputs inputs, Start start, Aim aim) {
    public Attempt {
        if (number < 1) {
            throw new IllegalArgumentException("attempts count from 1");
        }
    }

    /// What an attempt starts from.
    public sealed interface Start {
        /// From its inputs alone.
        record Fresh() implements Start {}

        /// Also from the files that the attempt in `directory` left and that the calculation wants carried over.
        record Continues(String directory, Spent spent) implements Start {}
    }

    /// What we want of the attempt's job.
    public sealed interface Aim {
        record Finish() implements Aim {}

        /// It has been asked to end; unless it was quicker and finished, the calculation fails with `why`.
        record Cancel(Failure why) implements Aim {}
    }

    public Spent spent() {
        return switch (start) {
            case Start.Fresh() -> Spent.NOTHING;
            case Start.Continues(var _, Spent spent) -> spent;
        };
    }

    public boolean isCancelled() {
        return aim instanceof Aim.Cancel;
    }

    Attempt aimedAt(Aim aim) {
        return new Attempt(number, token, directory, inputs, start, aim);
    }
}
