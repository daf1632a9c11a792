package cairn.campaign.yaml;

import cairn.campaign.yaml.Node.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds equal keys of one mapping: by looking while it is short, as nearly all are, by hashing when it grows.
final class EqualKeys {
    private static final int SHORT = 16;

    private final Set<String> many = new HashSet<>(0);

    /// Whether a key is new among the entries so far.
    boolean add(String key, List<Entry> entries) {
        if (entries.size() < SHORT) {
            return !contains(entries, key);
        }
        if (many.isEmpty()) {
            entries.forEach(entry -> many.add(entry.key().text()));
        }
        return many.add(key);
    }

    private static boolean contains(List<Entry> entries, String key) {
        for (Entry entry : entries) {
            if (entry.key().text().equals(key)) {
                return true;
            }
        }
        return false;
    }
}
