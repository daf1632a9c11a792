package cairn.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuresHtmlTest {
    private static final String XYZ = """
            1
            Lattice="3 0 0 0 3 0 0 0 3" Properties=species:S:1:pos:R:3
            Li 0 0 0
            """;
    private static final ViewerLibrary LIBRARY =
            new ViewerLibrary("const library = 1 < 2;", "Use it & say <whose> it is.");
    private static final String EVIL = "</pre><script>alert(1)</script><!--";

    private static String page(String title, String xyz) {
        return StructuresHtml.render("campaign", List.of(new ShownStructure(title, xyz)), LIBRARY);
    }

    @Test
    void the_page_has_library_licence_and_structures_in_it() {
        assertThat(page("relaxed: Li", XYZ))
                .contains("<script>const library = 1 < 2;</script>", "Use it &amp; say &lt;whose&gt; it is.")
                .contains("title=\"relaxed: Li\"", "Lattice=&quot;3 0 0 0 3 0 0 0 3&quot;");
    }

    @Test
    void the_page_loads_nothing() {
        assertThat(page("relaxed: Li", XYZ))
                .contains("default-src &#39;none&#39;")
                .doesNotContain("http:", "https:", "url(", "@import", " src=", " href=", "<link", "unsafe-eval");
    }

    @Test
    void the_browser_may_run_the_two_scripts_of_the_page_and_no_other() throws Exception {
        String page = page("relaxed: Li", XYZ);
        Matcher scripts =
                Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);

        List<String> hashes =
                scripts.results().map(script -> sha256(script.group(1))).toList();

        assertThat(hashes).hasSize(2);
        assertThat(page)
                .contains("script-src &#39;sha256-" + hashes.get(0) + "&#39; &#39;sha256-" + hashes.get(1) + "&#39;\"");
    }

    @Test
    void what_a_structure_says_is_never_markup() {
        assertThat(page(EVIL, EVIL)).doesNotContain("alert(1)</script>", "<!--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a</script>b", "a</SCRIPT >b", "a<!--b", "a\r\nb"})
    void a_library_that_would_break_out_of_its_element_is_refused(String script) {
        List<ShownStructure> structures = List.of(new ShownStructure("relaxed", XYZ));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StructuresHtml.render("campaign", structures, new ViewerLibrary(script, "")));
    }

    private static String sha256(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
