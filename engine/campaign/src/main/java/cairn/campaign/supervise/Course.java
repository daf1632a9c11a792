package cairn.campaign.supervise;

import cairn.codes.CodeError;
import cairn.codes.task.Found;

/// What a job came to that let a code do a task by itself.
public sealed interface Course {
    /// The task is done.
    record Finished(Found found) implements Course {}

    /// The job's time was up: another attempt goes on from what the runs have left.
    record OutOfTime(String why) implements Course {}

    /// Runs end, again and again, before they come anywhere, and say of nothing that it was wrong.
    record Lost(String why) implements Course {}

    record Failed(CodeError error) implements Course {}
}
