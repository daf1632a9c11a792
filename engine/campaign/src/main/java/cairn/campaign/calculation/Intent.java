package cairn.campaign.calculation;

import java.time.Instant;

/// When an attempt was meant to be submitted: jobs older than `first` are not ours, and the scheduler may still be
/// busy with the submit of `last`. `times` counts the submits, all of the same attempt under the same token.
public record Intent(Instant first, Instant last, int times) {
    static Intent at(Instant instant) {
        return new Intent(instant, instant, 1);
    }

    /// Without the last submit, of which it is known that it made no job.
    Intent lessOne() {
        return new Intent(first, last, times - 1);
    }

    Intent again(Instant instant) {
        return new Intent(first, instant, times + 1);
    }
}
