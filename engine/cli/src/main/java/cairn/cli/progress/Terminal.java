package cairn.cli.progress;

import java.util.Map;

/// Where the output goes.
public sealed interface Terminal {
    /// A terminal that can be redrawn, so many columns wide.
    record Live(int columns, boolean colour) implements Terminal {
        /// Narrower, a line of a step says nothing.
        private static final int NARROWEST = 40;

        public Live {
            columns = Math.max(columns, NARROWEST);
        }
    }

    /// A file, a pipe, a batch system.
    record None() implements Terminal {}

    /// The launcher, which can ask the terminal, says how wide it is; NO_COLOR and a dumb terminal are respected
    /// (no-color.org).
    static Terminal of(Map<String, String> environment) {
        String columns = environment.getOrDefault("CAIRN_TERMINAL_COLUMNS", "");
        String kind = environment.getOrDefault("TERM", "dumb");
        if (!columns.matches("[1-9][0-9]{0,4}") || kind.equals("dumb")) {
            return new None();
        }
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Live(Integer.parseInt(columns), colour);
    }
}
