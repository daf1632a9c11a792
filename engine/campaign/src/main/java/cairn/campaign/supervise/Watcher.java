package cairn.campaign.supervise;

import cairn.codes.output.Step;

/// Who wants to know how far a run has come while it is at work.
@FunctionalInterface
public interface Watcher {
    /// So many steps of the task are done, those of earlier runs included, and this is the last that the output tells.
    void sees(int stepsDone, Step last);

    /// One who does not care.
    static Watcher nobody() {
        return (_, _) -> {};
    }
}
