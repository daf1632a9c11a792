package cairn.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cli.figure.Chart;
import cairn.cli.report.ReportModel.BandSection;
import cairn.cli.report.ReportModel.CodeUsed;
import cairn.cli.report.ReportModel.Effort;
import cairn.cli.report.ReportModel.FigureSection;
import cairn.cli.report.ReportModel.Heading;
import cairn.cli.report.ReportModel.Hop;
import cairn.cli.report.ReportModel.SettingRow;
import cairn.cli.report.ReportModel.StepRow;
import cairn.cli.report.ReportModel.StepState;
import cairn.cli.report.ReportModel.Table;
import cairn.cli.report.ReportModel.VersionRow;
import cairn.cli.report.ReportModel.Warning;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportHtmlTest {
    private static final String EVIL = "<script>alert(1)</script>\"'&]]><img src=x onerror=y>\u0000";
    private static final String HARMLESS = EVIL.replace('\u0000', '\uFFFD');

    @Test
    void a_report_is_well_formed_and_shows_the_barriers_the_steps_and_what_they_are_good_for() throws Exception {
        String page = ReportHtml.render(Samples.model());

        assertThat(parsed(page).getDocumentElement().getTextContent())
                .contains("li-in-silicon")
                .contains("0.554eVforward barrier")
                .contains("0.554eVreverse barrier")
                .contains("0.000eVreaction energy")
                .contains("attempt 2 went on from its last evaluation")
                .contains("not a substitute for DFT")
                .contains("no zero-point energy")
                .contains("2 h 00 min")
                .contains("Written by Cairn, 2026-11-23 08:00 UTC.");
    }

    @Test
    void a_report_loads_nothing() {
        assertThat(ReportHtml.render(Samples.model()))
                .doesNotContain("http:", "https:", "url(", "@import", " src=", " href=", "<script", "<link", "<img")
                .contains("default-src &#39;none&#39;");
    }

    @Test
    void an_image_has_a_row_with_its_energy_relative_to_the_first() {
        assertThat(ReportHtml.render(Samples.model()))
                .contains("<td class=\"number\">3</td><td>climbing</td><td class=\"number\">1.230</td>"
                        + "<td class=\"number\">0.5540</td><td class=\"number\">0.0000</td>");
    }

    @Test
    void images_that_only_a_model_knows_are_told_from_those_that_were_evaluated() {
        assertThat(ReportHtml.render(Samples.model())).doesNotContain("modelled\"", "Dashed circles");

        Profile partly = Samples.partlyModelled();
        String page = ReportHtml.render(Samples.model(partly));

        assertThat(page)
                .contains("Dashed circles were not evaluated", "class=\"image interior modelled\"")
                .containsPattern("<td>climbing</td>.*<td>evaluation</td></tr>")
                .contains("<td>model, \u00b1 0.0123 eV</td></tr>");
        assertThat(page.split("<td>model, ", -1)).hasSize(1 + 4);
    }

    @Test
    void no_text_of_the_user_becomes_markup() throws Exception {
        String page = ReportHtml.render(evil());
        Document document = parsed(page);

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("img").getLength()).isZero();
        assertThat(attributeNames(document)).noneMatch(name -> name.startsWith("on"));
        assertThat(document.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(HARMLESS);
        assertThat(document.getDocumentElement().getTextContent().split(Pattern.quote(HARMLESS), -1))
                .hasSizeGreaterThan(20);
    }

    @Test
    void a_chart_is_a_picture_inside_the_page() throws Exception {
        Chart chart = new Chart(
                "hull",
                "Formation energies",
                "fraction",
                "energy / eV",
                List.of(new Chart.Series(
                        "hull", Chart.Look.LINE, List.of(Chart.Point.of(0, 0), Chart.Point.of(1, 0)))));
        ReportModel model = new ReportModel(
                Samples.heading("a chart"),
                List.of(),
                List.of(),
                List.of(),
                List.of(new FigureSection("hull", List.of(chart), "At 0 K.", List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        Element image = (Element)
                parsed(ReportHtml.render(model)).getElementsByTagName("img").item(0);
        assertThat(image.getAttribute("src")).startsWith("data:image/svg+xml;base64,");
        assertThat(image.getAttribute("alt")).isEqualTo("Formation energies: energy / eV against fraction");
    }

    @Test
    void an_unfinished_campaign_without_a_band_has_no_sentence_on_barriers() {
        var empty = new ReportModel(
                Samples.heading("nothing yet"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(ReportHtml.render(empty)).doesNotContain("zero-point", "<svg", "Warnings", "Settings");
    }

    @Test
    void a_path_that_gives_no_barrier_shows_neither_numbers_nor_a_figure_but_the_reasons() {
        String page = ReportHtml.render(Samples.model(Samples.symmetric(), List.of("No image climbed. [E5]")));

        assertThat(page)
                .contains("No barrier is given", "No image climbed. [E5]")
                .doesNotContain("forward barrier", "<figure>", "A verified saddle point.");
        assertThat(ReportHtml.render(Samples.model())).contains("forward barrier", "<figure>");
    }

    private static ReportModel evil() {
        var step = new StepRow(
                EVIL,
                EVIL,
                StepState.FAILED,
                List.of(new Quantity(EVIL, EVIL, EVIL)),
                new Effort(1, Duration.ZERO, List.of(EVIL)),
                EVIL);
        return new ReportModel(
                new Heading(EVIL, EVIL, EVIL, new CodeUsed(EVIL, EVIL, EVIL), EVIL, Instant.EPOCH),
                List.of(),
                List.of(step),
                List.of(new BandSection(
                        EVIL,
                        Samples.symmetric(),
                        EVIL,
                        List.of(),
                        List.of(new Hop(EVIL, EVIL, 0, 1, 1, EVIL)),
                        List.of(new Quantity(EVIL, EVIL, EVIL)))),
                List.of(new FigureSection(
                        EVIL, List.of(), EVIL, List.of(new Table(List.of(EVIL), List.of(List.of(EVIL)))))),
                List.of(new SettingRow(EVIL, EVIL, EVIL, EVIL)),
                List.of(new VersionRow(EVIL, EVIL)),
                List.of(new Warning(EVIL, EVIL)),
                List.of(EVIL));
    }

    private static List<String> attributeNames(Document document) {
        NodeList elements = document.getElementsByTagName("*");
        return IntStream.range(0, elements.getLength())
                .mapToObj(i -> ((Element) elements.item(i)).getAttributes())
                .flatMap(attributes -> IntStream.range(0, attributes.getLength())
                        .mapToObj(j -> attributes.item(j).getNodeName()))
                .toList();
    }

    private static Document parsed(String page) throws Exception {
        String xml = page.substring("<!DOCTYPE html>\n".length());
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
