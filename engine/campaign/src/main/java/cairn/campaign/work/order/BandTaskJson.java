package cairn.campaign.work.order;

import cairn.neb.Cells;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How a band is searched, as JSON: the keys of its settings and of its search; `verify` only if anything is to be
/// proven, `pressure_ev_per_ang3` only if the cells of the band are free, and `split_deeper_than_ev` only if it may be
/// cut.
public final class BandTaskJson {
    private static final String VERIFY = "verify";
    private static final String SPLIT = "split_deeper_than_ev";
    private static final String PRESSURE = "pressure_ev_per_ang3";

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
        if (task.cells() instanceof Cells.Free(double pressure)) {
            node.put(PRESSURE, pressure);
        }
        if (task.splitting() instanceof Splitting.DeeperThan(double ev)) {
            node.put(SPLIT, ev);
        }
    }

    static BandTask readMore(BandTask task, JsonNode node) {
        BandTask proven = node.optional(VERIFY)
                .map(verify -> task.verifying(Verify.valueOf(verify.stringValue())))
                .orElse(task);
        BandTask moving = node.optional(PRESSURE)
                .map(pressure -> proven.in(new Cells.Free(pressure.doubleValue())))
                .orElse(proven);
        return node.optional(SPLIT)
                .map(ev -> moving.splitting(new Splitting.DeeperThan(ev.doubleValue())))
                .orElse(moving);
    }
}
