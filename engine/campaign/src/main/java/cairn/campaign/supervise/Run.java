package cairn.campaign.supervise;

import cairn.codes.task.Start;

/// One run of a code: its folder, as `attempt-1/run-2`, how it began, and what is known of what it saved.
record Run(String folder, Begin begin, int stepsBefore, Saved saved) {
    /// How it began.
    enum Begin {
        BEGINNING,
        SAVED,
        LATER;

        static Begin of(Start start) {
            return switch (start) {
                case Start.Beginning _ -> BEGINNING;
                case Start.Saved _ -> SAVED;
                case Start.Later _ -> LATER;
            };
        }
    }

    /// Whether a run may go on from what this one saved.
    sealed interface Saved {
        /// Nobody has looked since it ended: it was killed together with the job.
        record Unknown() implements Saved {}

        /// What there was when it ended, as a checksum over all of it.
        record Noted(String checksum) implements Saved {}

        /// A run that went on from it failed at once.
        record Unfit() implements Saved {}
    }

    Run with(Saved other) {
        return new Run(folder, begin, stepsBefore, other);
    }
}
