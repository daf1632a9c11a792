package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cli.Main;
import cairn.cli.campaign.CampaignEngine;
import cairn.cli.campaign.Installation;
import cairn.cli.engine.Console;
import cairn.cli.progress.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenWorkflowsTest {
    private static final Path BROKEN = CairnProcess.ROOT.resolve("engine/campaign/src/test/resources/broken");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static List<Path> broken() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_are_at_least_twenty() throws IOException {
        assertThat(broken()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void check_says_all_problems_with_status_2_and_creates_nothing(Path file) throws IOException {
        assertThat(cairn("check", file.toString())).isEqualTo(2);
        assertThat(err.toString().lines()).isNotEmpty().allMatch(line -> line.startsWith(file.getFileName() + ":"));
        assertThat(err.toString() + out).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void run_refuses_it_the_same_way(Path file) throws IOException {
        Path campaign = folder.resolve("campaign");

        assertThat(cairn("run", file.toString(), "--dir", campaign.toString())).isEqualTo(2);
        assertThat(campaign).doesNotExist();
    }

    private int cairn(String... arguments) {
        Installation installation = Installation.of(CairnProcess.ROOT, folder, List.of("cairn"), "test");
        Console console =
                new Console(new PrintWriter(out), new PrintWriter(err), new Terminal.None(), Console.Format.TEXT);
        return Main.run(new CampaignEngine(installation), console, arguments);
    }
}
