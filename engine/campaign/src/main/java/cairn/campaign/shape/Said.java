package cairn.campaign.shape;

import cairn.campaign.yaml.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a mapping said: the values of its keys, typed, and where each stands.
///
/// A list that is looked through, for a mapping says a handful of things and there are 100,000 mappings.
public final class Said {
    record Held(Key<?> key, Object value, Location at) {}

    private final Location at;
    private final List<Held> values;
    private final Set<String> unread;
    private final boolean complete;

    /// Both collections are the shape's own, and not touched again.
    Said(Location at, List<Held> values, Set<String> unread, boolean complete) {
        this.at = at;
        this.values = values;
        this.unread = unread;
        this.complete = complete;
    }

    /// Whether every value was read without a problem, and no required key is missing.
    public boolean isComplete() {
        return complete;
    }

    /// Whether the key stands there, be its value as wrong as it may.
    public boolean mentions(Key<?> key) {
        return held(key).isPresent() || unread.contains(key.name());
    }

    /// What was said under a key.
    @SuppressWarnings("unchecked") // The mapping's shape has read the value of this key with the key's own shape.
    public <T> Optional<T> find(Key<T> key) {
        return held(key).map(held -> (T) held.value());
    }

    private Optional<Held> held(Key<?> key) {
        for (Held held : values) {
            if (held.key().name().equals(key.name())) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }

    /// What was said, or the fallback.
    public <T> T get(Key.Defaulted<T> key) {
        return find(key).orElse(key.fallback());
    }

    public <T> T get(Key.Required<T> key) {
        return find(key).orElseThrow(() -> new IllegalStateException("never read: " + key.name()));
    }

    /// All values of a type, in the order of the mapping.
    public <T> List<T> values(Class<T> type) {
        List<T> found = new ArrayList<>(1);
        for (Held held : values) {
            if (type.isInstance(held.value())) {
                found.add(type.cast(held.value()));
            }
        }
        return found;
    }

    /// Where the value of a key stands; without one, where the mapping begins.
    public Location at(Key<?> key) {
        return held(key).map(Held::at).orElse(at);
    }

    public Location at() {
        return at;
    }
}
