package cairn.campaign.verb;

import cairn.campaign.work.order.WorkOrder;

/// A stretch of a path between two minima: what calculations on it are called by (empty for the whole path, then `-1`
/// and `-2` for its parts and so on), the order for its band, and how often the path was cut to get here.
record Stretch(String suffix, WorkOrder.Band order, int cuts) {
    static Stretch whole(WorkOrder.Band order) {
        return new Stretch("", order, 0);
    }

    Stretch part(int number, WorkOrder.Band order) {
        return new Stretch(suffix + "-" + number, order, cuts + 1);
    }

    /// The same, where a cut has led nowhere.
    Stretch uncut(WorkOrder.Band order) {
        return new Stretch(suffix + "-uncut", order, cuts);
    }
}
