package cairn.campaign.shape;

import cairn.campaign.yaml.Node;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// What a node must look like to become a `T`.
public interface Shape<T> {
    /// The value of a node; absent if it had problems, which the reading then holds.
    Optional<T> read(Node node, Reading reading);

    /// The same rule as JSON Schema, draft 2020-12.
    ObjectNode schema();

    /// A value as a user would write it.
    default String show(T value) {
        return String.valueOf(value);
    }

    default <U> Shape<U> map(Function<T, U> into) {
        return new Mapped<>(this, into);
    }

    record Mapped<T, U>(Shape<T> from, Function<T, U> into) implements Shape<U> {
        @Override
        public Optional<U> read(Node node, Reading reading) {
            return from.read(node, reading).map(into);
        }

        @Override
        public ObjectNode schema() {
            return from.schema();
        }
    }
}
