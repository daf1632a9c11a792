package cairn.campaign.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenWorkflowsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("cairn.root"), "engine/campaign/src/test/resources/broken");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_problem_is_told_at_once(String name) throws IOException {
        Checked checked = Workflows.check(FOLDER.resolve(name + ".yaml"), List.of(), TestVocabulary.create());

        assertThat(checked).isInstanceOf(Checked.Bad.class);
        assertThat(checked.problems().stream().map(Object::toString))
                .containsExactlyElementsOf(Files.readAllLines(FOLDER.resolve(name + ".txt")));
    }

    @Test
    void there_are_at_least_twenty_broken_workflows() throws IOException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(20);
    }
}
