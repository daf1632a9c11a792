package cairn.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/// Asks jdeps what the packages of Cairn use, and compares with the table arrows.txt.
class ArchitectureTest {
    private static final Path ROOT = Path.of(System.getProperty("cairn.root"));
    private static final Path CLI = Path.of("engine", "cli");

    @Test
    void every_package_uses_only_what_the_table_allows() throws Exception {
        var uses = Arrows.usesIn(jdeps());

        assertThat(uses).containsKeys("structure", "cluster", "campaign.step", "cli");
        assertThat(table().complaints(uses.keySet(), Arrows.flat(uses))).isEmpty();
    }

    private static Arrows table() throws IOException {
        var table = Objects.requireNonNull(ArchitectureTest.class.getResourceAsStream("/cairn/cli/arrows.txt"));
        try (table) {
            return Arrows.parse(new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    private static String jdeps() throws Exception {
        var arguments = new ArrayList<>(List.of("--multi-release", "base", "-verbose:package", "-filter:none"));
        classFolders().forEach(folder -> arguments.add(folder.toString()));
        var output = new StringWriter();
        int status = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(new PrintWriter(output), new PrintWriter(output), arguments.toArray(String[]::new));
        assertThat(status).as(output.toString()).isZero();
        return output.toString();
    }

    /// The folder of the package `cairn` in every module: without the module-info beside it, jdeps does not ask for
    /// the modules of third parties, some of which have none.
    private static List<Path> classFolders() throws Exception {
        Path build = buildFolder();
        var modules = Pattern.compile("<module>(.*?)</module>").matcher(Files.readString(ROOT.resolve("pom.xml")));
        return modules.results()
                .map(module -> ROOT.resolve(module.group(1)).resolve(build).resolve("classes", "cairn"))
                .peek(folder -> assertThat(folder).as("build all modules first").isDirectory())
                .toList();
    }

    /// `target`, or what the quick build uses instead.
    private static Path buildFolder() throws URISyntaxException, IOException {
        Path testClasses = Path.of(ArchitectureTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ROOT.toRealPath()
                .resolve(CLI)
                .relativize(testClasses.toRealPath().getParent());
    }
}
