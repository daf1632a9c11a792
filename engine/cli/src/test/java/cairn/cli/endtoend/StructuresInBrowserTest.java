package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.real.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The structures of a campaign in a real browser, with the real library, which has no network.
@Tag("slow")
class StructuresInBrowserTest {
    private static final Path VIEWER = CairnProcess.ROOT.resolve(".cairn/viewer/3Dmol-min.js");
    private static final long LIMIT_MINUTES = 3;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void a_campaign() throws Exception {
        Needs.programs("chromium");
        Needs.file(VIEWER);
        CairnProcess.Ended run =
                new CairnProcess(folder, Map.of()).run("run", FirstCampaign.WORKFLOW, "--dir", "shown");
        assertThat(run.status()).as(run.out() + run.err()).isZero();
    }

    /// What the page has become once its scripts have run, without them.
    private static String document(Path page) throws IOException, InterruptedException {
        Path out = folder.resolve("dom.html");
        Process browser = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--enable-unsafe-swiftshader",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("browser.log").toFile())
                .start();
        assertThat(browser.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8).replaceAll("(?s)<script>.*?</script>", "");
    }

    @Test
    void the_viewer_draws_the_first_structure_and_offers_all() throws Exception {
        String document = document(folder.resolve("shown/structures.html"));

        assertThat(document)
                .contains("<option value=\"0\">host: Si64</option>", ">hop: Si64Li</option>")
                .contains("<span id=\"said\">64 atoms</span>")
                .containsPattern("<div id=\"view\"[^>]*><canvas");
    }

    @Test
    void the_report_leads_to_it() {
        assertThat(folder.resolve("shown/report.html")).content().contains("<a href=\"structures.html\">");
    }
}
