package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What really ran: each job appends its token once it has the right to run, outside the engine.
record Ledger(Path file) {
    List<String> tokens() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /// Every calculation of the first campaign ran, and ran once, whatever became of the engine.
    void assertEachRanOnce() throws IOException {
        assertEachRanOnce(4);
    }

    /// So many jobs ran, and each was the first of its calculation.
    void assertEachRanOnce(int jobs) throws IOException {
        assertThat(tokens()).doesNotHaveDuplicates().hasSize(jobs).allMatch(token -> token.endsWith(".1"));
    }
}
