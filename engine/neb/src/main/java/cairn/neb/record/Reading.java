package cairn.neb.record;

import java.util.OptionalDouble;

/// A number that the record of a band may or may not hold.
public sealed interface Reading {
    record Of(double value) implements Reading {}

    record Missing() implements Reading {}

    static Reading of(OptionalDouble number) {
        return number.isPresent() ? new Of(number.getAsDouble()) : new Missing();
    }

    default OptionalDouble number() {
        return switch (this) {
            case Of(double value) -> OptionalDouble.of(value);
            case Missing _ -> OptionalDouble.empty();
        };
    }

    default boolean isKnown() {
        return this instanceof Of;
    }

    /// This minus the other, if both are known.
    default Reading minus(Reading other) {
        return this instanceof Of(double mine) && other instanceof Of(double theirs)
                ? new Of(mine - theirs)
                : new Missing();
    }
}
