package cairn.campaign.shape;

/// A key of a mapping, and the shape of its value.
public sealed interface Key<T> {
    String name();

    Shape<T> shape();

    /// What it means, with its unit: one line for the schema.
    String about();

    /// A key that must be there.
    record Required<T>(String name, Shape<T> shape, String about) implements Key<T> {}

    /// A key whose absence means something by itself.
    record Optional<T>(String name, Shape<T> shape, String about) implements Key<T> {}

    /// A key whose absence means the fallback.
    record Defaulted<T>(String name, Shape<T> shape, T fallback, String about) implements Key<T> {}

    static <T> Required<T> required(String name, Shape<T> shape, String about) {
        return new Required<>(name, shape, about);
    }

    static <T> Optional<T> optional(String name, Shape<T> shape, String about) {
        return new Optional<>(name, shape, about);
    }

    static <T> Defaulted<T> defaulted(String name, Shape<T> shape, T fallback, String about) {
        return new Defaulted<>(name, shape, fallback, about);
    }
}
