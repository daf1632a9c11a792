package cairn.campaign.work;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How a band is searched, as JSON: the keys of its settings and of its search; `verify` only if anything is to be
/// proven.
public final class BandTaskJson {
    private static final String VERIFY = "verify";

    private BandTaskJson() {}

    /// All of it in one node, as readers want it.
    public static ObjectNode write(BandTask task) {
        ObjectNode node = WorkOrderJson.nebSettings(task.settings());
        node.setAll(SearchChoiceJson.write(task.search()));
        writeMore(task, node);
        return node;
    }

    /// What a band asks for besides the search itself. A band that asks for nothing more leaves no trace: what was
    /// computed for it before there was more to ask for is still good.
    static void writeMore(BandTask task, ObjectNode node) {
        if (task.verify() != Verify.NOTHING) {
            node.put(VERIFY, task.verify().name());
        }
    }

    static BandTask readMore(BandTask task, JsonNode node) {
        return node.optional(VERIFY)
                .map(verify -> task.verifying(Verify.valueOf(verify.stringValue())))
                .orElse(task);
    }
}
