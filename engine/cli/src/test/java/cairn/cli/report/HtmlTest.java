package cairn.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    @Test
    void text_and_attribute_values_are_escaped() {
        var element = Html.element("p", "a < b & c").with("title", "\"x\" 'y'");

        assertThat(element.render()).isEqualTo("<p title=\"&quot;x&quot; &#39;y&#39;\">a &lt; b &amp; c</p>");
    }

    @Test
    void control_characters_are_replaced_and_line_breaks_kept() {
        assertThat(Html.text("a\u0007b\nc").render()).isEqualTo("a\uFFFDb\nc");
    }

    @Test
    void an_element_without_content_closes_itself_only_if_html_knows_it_as_void() {
        assertThat(Html.element("meta").with("charset", "utf-8").render()).isEqualTo("<meta charset=\"utf-8\"/>");
        assertThat(Html.element("td").render()).isEqualTo("<td></td>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "a b", "p><p", "", "1st"})
    void a_name_that_is_not_one_is_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Html.element(name));
    }

    @Test
    void a_handler_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Html.element("p").with("onclick", "alert(1)"))
                .withMessage("not a name for markup: onclick");
    }
}
