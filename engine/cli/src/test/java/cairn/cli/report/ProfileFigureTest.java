package cairn.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cli.report.Profile.Image;
import cairn.cli.report.Profile.Role;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ProfileFigureTest {
    @Test
    void a_figure_is_a_well_formed_file_that_names_both_barriers() throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(ProfileFigure.svg(Samples.downhill()))));

        assertThat(document.getDocumentElement().getNamespaceURI()).isNull();
        assertThat(document.getDocumentElement().getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(document.getDocumentElement().getTextContent())
                .contains("forward 0.302 eV", "reverse 0.702 eV", "reaction coordinate / \u212b", "energy / eV");
    }

    @Test
    void the_curve_leaves_an_image_with_the_slope_that_its_force_demands() {
        // Both tangents of the first segment have slope 1 eV/Angstrom: the segment is a straight line.
        var profile = new Profile(
                List.of(
                        Image.evaluated(0, 0, 1, 0, Role.ENDPOINT),
                        Image.evaluated(1, 1, 1, 0, Role.CLIMBING),
                        Image.evaluated(2, 0, -1, 0, Role.ENDPOINT)),
                new Profile.Saddle(1, 1));

        double[] place = firstSegment(ProfileFigure.svg(profile));

        double slope = (place[7] - place[1]) / (place[6] - place[0]);
        assertThat((place[3] - place[1]) / (place[2] - place[0])).isCloseTo(slope, within(1e-3));
        assertThat((place[5] - place[1]) / (place[4] - place[0])).isCloseTo(slope, within(1e-3));
        assertThat((place[2] - place[0]) / (place[6] - place[0])).isCloseTo(1.0 / 3, within(1e-3));
    }

    @Test
    void a_flat_profile_is_drawn_flat() {
        var flat = new Profile(
                List.of(
                        Image.evaluated(0, 5, 0, 0, Role.ENDPOINT),
                        Image.evaluated(1, 5, 0, 0, Role.CLIMBING),
                        Image.evaluated(2, 5, 0, 0, Role.ENDPOINT)),
                new Profile.Saddle(1, 5));

        assertThat(ProfileFigure.svg(flat)).contains("forward 0.000 eV").doesNotContain("NaN", "Infinity");
    }

    /// The start, the two control points and the end of the first Bezier segment.
    private static double[] firstSegment(String svg) {
        var curve = Pattern.compile("class=\"curve\" d=\"M(\\S+) (\\S+) C(\\S+) (\\S+) (\\S+) (\\S+) (\\S+) ([0-9.]+)")
                .matcher(svg);
        assertThat(curve.find()).isTrue();
        double[] places = new double[8];
        for (int i = 0; i < places.length; i++) {
            places[i] = Double.parseDouble(curve.group(i + 1));
        }
        return places;
    }
}
