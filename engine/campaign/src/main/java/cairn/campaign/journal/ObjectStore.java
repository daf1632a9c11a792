package cairn.campaign.journal;

import cairn.campaign.calculation.Digest;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Parsed results, each under the hash of its bytes. What was put is there for ever and never changes.
public interface ObjectStore {
    Digest put(ObjectNode result);

    /// The result of that hash, if it is there; one whose bytes no longer have the hash is a [CorruptJournal].
    Optional<ObjectNode> get(Digest digest);
}
