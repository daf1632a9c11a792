package cairn.cli.report;

import cairn.cli.report.Html.Element;
import cairn.cli.report.Profile.Image;
import cairn.cli.report.ReportModel.BandSection;
import cairn.cli.report.ReportModel.Heading;
import cairn.cli.report.ReportModel.Hop;
import cairn.cli.report.ReportModel.StepRow;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Renders a report as one HTML file that loads nothing: style and figures are inside.
public final class ReportHtml {
    /// A browser must not run or load anything for this page, whatever a structure file was named.
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final List<String> LIMITS_OF_A_BARRIER = List.of(
            "A barrier here is a difference of potential energies along one path, at rest: no zero-point energy, no"
                    + " entropy, no lattice vibrations.",
            "It belongs to this cell: periodic copies of the moving atom interact, and a larger cell shifts it.",
            "The saddle point is the highest point of the path found; what is proven of it is said with each path.");

    private static final String MODELLED = " Dashed circles were not evaluated where they stand: energy, slope and fmax"
            + " there are what the model says that the search has learned, give or take one standard deviation of the"
            + " energy.";

    private ReportHtml() {}

    public static String render(ReportModel model) {
        return "<!DOCTYPE html>\n"
                + Html.element("html", head(model.heading()), body(model))
                        .with("lang", "en")
                        .render()
                + "\n";
    }

    private static Element head(Heading heading) {
        return Html.element(
                "head",
                Html.element("meta").with("charset", "utf-8"),
                Html.element("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", POLICY),
                Html.element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Html.element("title", heading.campaign() + " \u00b7 Cairn"),
                Html.style("report.css"),
                Html.style("figure.css"));
    }

    private static Element body(ReportModel model) {
        return Html.element("body")
                .with(header(model.heading()))
                .with(Html.element("main")
                        .with(links(model))
                        .with(warnings(model))
                        .with(model.bands().stream().map(ReportHtml::band).toList())
                        .with(model.figures().stream().map(FigureHtml::section).toList())
                        .with(steps(model.steps()))
                        .with(limits(model))
                        .with(settings(model))
                        .with(versions(model)))
                .with(footer(model.heading()));
    }

    private static Element header(Heading heading) {
        return Html.element(
                "header",
                Html.element("p", "Cairn campaign").with("class", "eyebrow"),
                Html.element("h1", heading.campaign()),
                Html.element("p", heading.about()).with("class", "about"),
                Html.element("dl")
                        .with("class", "facts")
                        .with(fact("State", heading.state()))
                        .with(fact("Code", heading.code().name()))
                        .with(fact("Version", heading.code().version()))
                        .with(fact("Workflow", heading.workflow())),
                Html.element("p", heading.code().validity()).with("class", "validity"));
    }

    private static Element footer(Heading heading) {
        return Html.element("footer", "Written by Cairn, " + MINUTE.format(heading.written()) + ".");
    }

    private static Element fact(String name, String value) {
        return Html.element("div", Html.element("dt", name), Html.element("dd", value));
    }

    private static List<Element> links(ReportModel model) {
        return model.links().stream()
                .map(link -> Html.element("p", Html.element("a", link.what()).with("href", link.file())))
                .toList();
    }

    private static List<Element> warnings(ReportModel model) {
        if (model.warnings().isEmpty()) {
            return List.of();
        }
        var items = model.warnings().stream()
                .map(warning -> Html.element("li", Html.element("b", warning.about()), Html.text(" " + warning.text())))
                .toList();
        return List.of(Html.element("section", Html.element("h2", "Warnings"))
                .with("class", "warnings")
                .with(Html.element("ul").with(items)));
    }

    private static Element band(BandSection band) {
        return Html.element("section")
                .with("class", "band")
                .with(Html.element("h2", band.step()))
                .with(band.hasBarrier() ? found(band) : withheld(band))
                .with(hops(band.hops()))
                .with(images(band.profile()))
                .with(Html.element("ul").with("class", "plain").with(quantities(band.facts())));
    }

    private static List<Element> found(BandSection band) {
        return List.of(
                Html.element(
                                "div",
                                barrier("forward barrier", band.profile().barrierForwardEv()),
                                barrier("reverse barrier", band.profile().barrierReverseEv()),
                                barrier("reaction energy", band.profile().reactionEnergyEv()))
                        .with("class", "numbers"),
                Html.element("p", band.standing()).with("class", "standing"),
                Html.element("figure", ProfileFigure.drawing(band.profile()), caption(band.profile())));
    }

    /// Neither numbers nor a figure that could be taken for a barrier.
    private static List<Element> withheld(BandSection band) {
        return List.of(
                Html.element("p", "No barrier is given, for these reasons.").with("class", "standing"),
                Html.element("ul").with(items(band.withheld())));
    }

    /// None of a path that is one hop.
    private static List<Element> hops(List<Hop> hops) {
        var rows = hops.stream()
                .map(hop -> Html.element(
                        "tr",
                        Html.element("td", hop.from()),
                        Html.element("td", hop.to()),
                        cell(decimals(hop.energyFromEv(), 4)),
                        cell(decimals(hop.barrierForwardEv(), 4)),
                        cell(decimals(hop.barrierReverseEv(), 4)),
                        Html.element("td", hop.standing())))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(table(
                        List.of(
                                "hop from",
                                "to",
                                "energy there / eV",
                                "forward barrier / eV",
                                "reverse barrier / eV",
                                "known as"),
                        rows));
    }

    private static Element caption(Profile profile) {
        String drawn = "Circles are images (filled: minima; red: the climbing image); the curve is the cubic Hermite"
                + " polynomial through their energies and forces along the path; the diamond is the saddle"
                + " point. Energies are relative to the first endpoint.";
        return Html.element("figcaption", profile.isPartlyModelled() ? drawn + MODELLED : drawn);
    }

    private static Element barrier(String name, double energyEv) {
        return Html.element(
                "div",
                Html.element("span", decimals(energyEv, 3)).with("class", "value"),
                Html.element("span", "eV").with("class", "unit"),
                Html.element("span", name).with("class", "label"));
    }

    private static Element images(Profile profile) {
        double first = profile.images().getFirst().energyEv();
        var rows = IntStream.range(0, profile.images().size())
                .mapToObj(i -> image(i, profile.images().get(i), first))
                .toList();
        return table(
                List.of(
                        "image",
                        "",
                        "coordinate / \u212b",
                        "energy / eV",
                        "slope / eV \u212b\u207b\u00b9",
                        "fmax / eV \u212b\u207b\u00b9",
                        "known by"),
                rows);
    }

    private static Element image(int index, Image image, double firstEv) {
        return Html.element(
                "tr",
                cell(Integer.toString(index)),
                Html.element("td", image.role().name().toLowerCase(Locale.ROOT)),
                cell(decimals(image.coordinateAng(), 3)),
                cell(decimals(image.energyEv() - firstEv, 4)),
                cell(decimals(image.slopeEvPerAng(), 4)),
                cell(decimals(image.fmaxEvPerAng(), 4)),
                Html.element("td", source(image)));
    }

    private static String source(Image image) {
        return switch (image.source()) {
            case Profile.Source.Evaluated() -> "evaluation";
            case Profile.Source.Modelled(double uncertaintyEv) -> "model, \u00b1 " + decimals(uncertaintyEv, 4) + " eV";
        };
    }

    private static Element steps(List<StepRow> steps) {
        return Html.element("section")
                .with(Html.element("h2", "Steps"))
                .with(table(
                        List.of("step", "kind", "state", "results", "attempts", "elapsed", "jobs"),
                        steps.stream().map(ReportHtml::step).toList()));
    }

    private static Element step(StepRow step) {
        String state = step.state().name().toLowerCase(Locale.ROOT);
        Element results =
                Html.element("td", Html.element("ul").with("class", "plain").with(quantities(step.results())));
        Element noted = step.note().isEmpty()
                ? results
                : results.with(Html.element("p", step.note()).with("class", "note"));
        return Html.element(
                "tr",
                Html.element("th", step.name()).with("scope", "row"),
                Html.element("td", step.kind()),
                Html.element("td", Html.element("span", state).with("class", "state " + state)),
                noted,
                cell(Integer.toString(step.effort().attempts())),
                cell(elapsed(step.effort().elapsed())),
                Html.element("td", String.join(", ", step.effort().jobs())).with("class", "jobs"));
    }

    private static List<Element> quantities(List<Quantity> quantities) {
        return quantities.stream()
                .map(quantity -> Html.element(
                        "li",
                        Html.text(quantity.label() + " "),
                        Html.element("b", quantity.value()),
                        Html.text(quantity.unit().isEmpty() ? "" : " " + quantity.unit())))
                .toList();
    }

    private static Element limits(ReportModel model) {
        var sentences = model.bands().isEmpty() ? List.<String>of() : LIMITS_OF_A_BARRIER;
        return Html.element("section")
                .with(Html.element("h2", "What these numbers are good for"))
                .with(Html.element("p", model.heading().code().validity()))
                .with(Html.element("ul").with(items(model.limits())).with(items(sentences)));
    }

    private static List<Element> items(List<String> sentences) {
        return sentences.stream().map(sentence -> Html.element("li", sentence)).toList();
    }

    private static List<Element> settings(ReportModel model) {
        var rows = model.settings().stream()
                .map(row -> Html.element(
                        "tr",
                        Html.element("th", row.step()).with("scope", "row"),
                        Html.element("td", row.key()),
                        Html.element("td", row.value()).with("class", "value"),
                        Html.element("td", row.origin()).with("class", "quiet")))
                .toList();
        return titledTable("Settings", List.of("step", "setting", "value", "comes from"), rows);
    }

    private static List<Element> versions(ReportModel model) {
        var rows = model.versions().stream()
                .map(row -> Html.element(
                        "tr",
                        Html.element("th", row.of()).with("scope", "row"),
                        Html.element("td", row.version()).with("class", "value")))
                .toList();
        return titledTable("Versions", List.of("of", "version"), rows);
    }

    private static List<Element> titledTable(String title, List<String> heads, List<Element> rows) {
        return rows.isEmpty()
                ? List.of()
                : List.of(Html.element("section", Html.element("h2", title), table(heads, rows)));
    }

    static Element table(List<String> heads, List<Element> rows) {
        var cells = heads.stream()
                .map(head -> Html.element("th", head).with("scope", "col"))
                .toList();
        Element table = Html.element(
                "table",
                Html.element("thead", Html.element("tr").with(cells)),
                Html.element("tbody").with(rows));
        return Html.element("div", table).with("class", "scroll");
    }

    private static Element cell(String number) {
        return Html.element("td", number).with("class", "number");
    }

    private static String decimals(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return (text.matches("-0\\.0*") ? text.substring(1) : text).replace('-', '\u2212');
    }

    private static String elapsed(Duration time) {
        if (time.toHours() > 0) {
            return String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
