package cairn.cli.report;

import cairn.cli.report.Html.Element;
import cairn.cli.report.Html.Script;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Renders structures as one HTML file that shows them in three dimensions and loads nothing: the viewer's library is
/// inside. A browser runs the two scripts that the page names by their hashes, and no other, whatever a structure says.
public final class StructuresHtml {
    private StructuresHtml() {}

    public static String render(String campaign, List<ShownStructure> structures, ViewerLibrary library) {
        List<Script> scripts = List.of(new Script(library.script()), Script.ofResource("viewer.js"));
        Element body = Html.element("body")
                .with(Html.element(
                        "header",
                        Html.element("p", "Cairn campaign").with("class", "eyebrow"),
                        Html.element("h1", campaign)))
                .with(Html.element("main", viewer(), licence(library)))
                .with(structures.stream().map(StructuresHtml::structure).toList())
                .with(scripts);
        return "<!DOCTYPE html>\n"
                + Html.element("html", head(campaign, scripts), body)
                        .with("lang", "en")
                        .render()
                + "\n";
    }

    private static Element head(String campaign, List<Script> scripts) {
        return Html.element(
                "head",
                Html.element("meta").with("charset", "utf-8"),
                Html.element("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", policy(scripts)),
                Html.element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Html.element("title", campaign + " \u00b7 structures"),
                Html.style("report.css"),
                Html.style("viewer.css"));
    }

    /// Content Security Policy Level 3, 2.3.1: a script whose hash is named may run.
    private static String policy(List<Script> scripts) {
        return Stream.concat(
                        Stream.of("default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src"),
                        scripts.stream().map(script -> "'sha256-" + script.sha256() + "'"))
                .collect(Collectors.joining(" "));
    }

    private static Element viewer() {
        return Html.element(
                "section",
                Html.element(
                        "p",
                        Html.element("select").with("id", "choice"),
                        Html.text(" "),
                        Html.element("span").with("id", "said")),
                Html.element("div").with("id", "view"),
                Html.element(
                        "p",
                        "Drag to turn, scroll to zoom. Atoms are shown where the calculation has them, with one cell; bonds are"
                                + " drawn by distance and mean no more than that. Shown with 3Dmol.js (Rego and Koes,"
                                + " Bioinformatics 31, 1322 (2015); BSD-3-Clause)."));
    }

    private static Element licence(ViewerLibrary library) {
        return Html.element(
                "details",
                Html.element("summary", "Licence of 3Dmol.js"),
                Html.element("pre", library.licence()).with("class", "licence"));
    }

    private static Element structure(ShownStructure shown) {
        return Html.element("pre", shown.extendedXyz())
                .with("class", "structure")
                .with("hidden", "hidden")
                .with("title", shown.title());
    }
}
