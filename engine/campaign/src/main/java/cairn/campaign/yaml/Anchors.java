package cairn.campaign.yaml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The anchors of a document, and what its aliases may cost.
///
/// An alias stands for the very node of its anchor. Fifty are enough for a methods section; what they expand to is
/// limited as well, for ten aliases of aliases are an "alias bomb" of millions of nodes.
final class Anchors {
    private static final int MOST_ALIASES = 50;
    private static final long MOST_ALIASED_NODES = 100_000;

    private record Anchored(Node node, long size) {}

    private final Map<String, Anchored> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int aliases;
    private long aliasedNodes;

    void open(String anchor) {
        open.add(anchor);
    }

    /// The anchored node is complete; `size` counts it and all under it, aliases expanded.
    void close(String anchor, Node node, long size) {
        open.remove(anchor);
        known.put(anchor, new Anchored(node, size));
    }

    Node resolve(String anchor, Location at) {
        if (open.contains(anchor)) {
            throw new YamlTrouble(at, "'*" + anchor + "' stands inside what it stands for", "write the value instead");
        }
        Anchored anchored = known.get(anchor);
        if (anchored == null) {
            String advice = NearestName.advice(anchor, known.keySet(), "an anchor '&" + anchor + "' must come before");
            throw new YamlTrouble(at, "there is no anchor for '*" + anchor + "'", advice);
        }
        count(anchored.size(), at);
        return anchored.node();
    }

    /// The nodes that aliases have added so far.
    long aliasedNodes() {
        return aliasedNodes;
    }

    private void count(long size, Location at) {
        aliases++;
        aliasedNodes += size;
        if (aliases > MOST_ALIASES || aliasedNodes > MOST_ALIASED_NODES) {
            String limit = aliases > MOST_ALIASES ? MOST_ALIASES + " aliases" : "an alias can stand for";
            throw new YamlTrouble(at, "more than " + limit, "say what the steps share once, for the whole workflow");
        }
    }
}
