package cairn.cli.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// A workflow file with what the command line adds to it: the campaign's folder, the cluster profile, and
/// settings that override the file's, by key, in the order given.
public record WorkflowCall(Path workflow, CampaignFolder folder, String cluster, Map<String, String> settings) {
    public WorkflowCall {
        Objects.requireNonNull(workflow);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(cluster);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
