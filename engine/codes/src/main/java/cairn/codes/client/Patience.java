package cairn.codes.client;

import java.time.Duration;

/// How long an answer is waited for, before the program is held to hang.
///
/// Of the first answer nothing is known, and it may take hours. Each answer then tells how long the next may take: a
/// multiple of the longest so far, since an SCF takes more iterations at some positions than at others and a machine
/// may be busy, but never less than the floor, nor more than what was given to the first. A job's own limit of time
/// ends all waiting before that.
public record Patience(Duration first, Duration floor, Duration longestAnswer) {
    private static final int TIMES_THE_LONGEST = 20;

    public Patience {
        if (first.isNegative() || first.isZero() || floor.isNegative() || longestAnswer.isNegative()) {
            throw new IllegalArgumentException("no time to wait: " + first + ", " + floor + ", " + longestAnswer);
        }
    }

    /// The first SCF of a large cell on few cores may take half a day.
    public static Patience usual() {
        return of(Duration.ofHours(12), Duration.ofMinutes(10));
    }

    /// Before any answer.
    public static Patience of(Duration first, Duration floor) {
        return new Patience(first, floor, Duration.ZERO);
    }

    public Duration limit() {
        if (longestAnswer.isZero()) {
            return first;
        }
        return shorter(first, longer(floor, longestAnswer.multipliedBy(TIMES_THE_LONGEST)));
    }

    /// Once an answer has taken so long.
    Patience after(Duration answer) {
        return new Patience(first, floor, longer(longestAnswer, answer));
    }

    /// For a program that is asked something else: nothing is known again.
    Patience anew() {
        return of(first, floor);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
