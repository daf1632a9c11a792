package cairn.campaign.journal;

import cairn.campaign.calculation.Digest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Results in memory, as the bytes that files would hold.
public final class MemoryObjectStore implements ObjectStore {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<Digest, byte[]> objects = new HashMap<>();

    /// An empty store.
    public MemoryObjectStore() {}

    @Override
    public Digest put(ObjectNode result) {
        byte[] bytes = MAPPER.writeValueAsBytes(result);
        Digest digest = Digest.of(bytes);
        objects.put(digest, bytes);
        return digest;
    }

    @Override
    public Optional<ObjectNode> get(Digest digest) {
        return Optional.ofNullable(objects.get(digest)).map(bytes -> (ObjectNode) MAPPER.readTree(bytes));
    }
}
