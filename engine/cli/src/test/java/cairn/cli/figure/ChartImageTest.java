package cairn.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cli.figure.Chart.Look;
import cairn.cli.figure.Chart.Point;
import cairn.cli.figure.Chart.Series;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartImageTest {
    private static final String EVIL = "<script>alert(1)</script>\"'&]]>";

    private static final Chart HULL = new Chart(
            "hull",
            "Formation energies at 0 K",
            "fraction of Li",
            "formation energy / eV per atom",
            List.of(
                    new Series(
                            "lower hull",
                            Look.LINE_WITH_POINTS,
                            List.of(new Point(0, 0, "Si"), new Point(0.5, -0.1957, "LiSi"), new Point(1, 0, "Li"))),
                    new Series("above", Look.POINTS, List.of(new Point(0.8, -0.0541, "Li17Si4")))));

    /// Text is drawn as outlines too: a path for each label, at least one for each curve.
    @Test
    void a_picture_in_vectors_is_xml_of_paths() throws Exception {
        Document svg = parsed(ChartImage.svg(HULL));

        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("path").getLength()).isGreaterThan(20);
    }

    @Test
    void a_picture_in_pixels_is_drawn_without_a_screen() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(ChartImage.png(HULL)));

        assertThat(image.getWidth()).isEqualTo(760);
        long coloured = IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) != 0xFFFFFFFF)
                .count();
        assertThat(coloured).isGreaterThan(3000);
    }

    @Test
    void text_of_others_stays_text() throws Exception {
        List<Point> points = HULL.series().getFirst().points();
        Chart evil = new Chart("evil", EVIL, EVIL, EVIL, List.of(new Series(EVIL, Look.LINE, points)));

        assertThat(parsed(ChartImage.svg(evil)).getElementsByTagName("script").getLength())
                .isZero();
    }

    @Test
    void two_series_may_have_one_name() {
        Series series = HULL.series().getFirst();

        assertThat(ChartImage.svg(new Chart("twice", "", "", "", List.of(series, series))))
                .contains("<path");
    }

    @Test
    void the_numbers_are_in_the_table_with_what_each_point_is() {
        assertThat(HULL.csv().lines())
                .first()
                .isEqualTo("series,what,\"fraction of Li\",\"formation energy / eV per atom\"");
        assertThat(HULL.csv()).contains("\"lower hull\",\"LiSi\",0.50000000,-0.19570000\r\n");
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
