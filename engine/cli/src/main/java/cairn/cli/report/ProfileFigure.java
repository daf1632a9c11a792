package cairn.cli.report;

import cairn.cli.report.Html.Element;
import cairn.cli.report.Profile.Image;
import cairn.cli.report.Profile.Role;
import cairn.cli.report.Profile.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The drawing of an energy profile: images, the curve through them, forward and reverse barrier.
public final class ProfileFigure {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 400;
    private static final double LEFT = 72;
    private static final double RIGHT = 728;
    private static final double TOP = 24;
    private static final double BOTTOM = 344;
    private static final int TICKS = 6;

    /// A profile flatter than this, eV, is drawn as if it were this high: else noise would look like a barrier.
    private static final double LEAST_HEIGHT = 1e-3;

    private final Profile profile;
    private final Axis across;
    private final Axis up;

    private ProfileFigure(Profile profile) {
        this.profile = profile;
        double first = profile.images().getFirst().coordinateAng();
        double last = profile.images().getLast().coordinateAng();
        double margin = 0.04 * (last - first);
        across = new Axis(first - margin, last + margin, LEFT, RIGHT);
        double lowest = relative(lowest(profile));
        double height = Math.max(LEAST_HEIGHT, relative(highest(profile)) - lowest);
        // Headroom for the labels, which stand above the saddle, where no curve is.
        up = new Axis(lowest - 0.08 * height, lowest + 1.16 * height, BOTTOM, TOP);
    }

    /// A file of its own.
    public static String svg(Profile profile) {
        Element figure = drawing(profile).with("xmlns", "http://www.w3.org/2000/svg");
        Element styled = new Element("svg", figure.attributes(), List.of(Html.style("figure.css")));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + styled.with(figure.children()).render() + "\n";
    }

    /// The drawing as part of a page, which brings the style.
    static Element drawing(Profile profile) {
        return new ProfileFigure(profile).draw();
    }

    private Element draw() {
        return Html.element("svg")
                .with("class", "profile")
                .with("role", "img")
                .with("viewBox", "0 0 " + number(WIDTH) + " " + number(HEIGHT))
                .with(Html.element("title", description()))
                .with(axes())
                .with(barriers())
                .with(path("curve", curve()))
                .with(points());
    }

    private String description() {
        return String.format(
                Locale.ROOT,
                "Energy along the path: forward barrier %.3f eV, reverse barrier %.3f eV",
                profile.barrierForwardEv(),
                profile.barrierReverseEv());
    }

    private List<Element> axes() {
        var drawn = new ArrayList<Element>();
        for (double energy : up.ticks(TICKS)) {
            drawn.add(line("grid", LEFT, up.place(energy), RIGHT, up.place(energy)));
            drawn.add(label("tick end", LEFT - 10, up.place(energy) + 4, up.label(energy, TICKS)));
        }
        drawn.add(line("axis", LEFT, BOTTOM, RIGHT, BOTTOM));
        for (double coordinate : across.ticks(TICKS)) {
            double place = across.place(coordinate);
            drawn.add(line("axis", place, BOTTOM, place, BOTTOM + 5));
            drawn.add(label("tick middle", place, BOTTOM + 21, across.label(coordinate, TICKS)));
        }
        drawn.add(label("name middle", (LEFT + RIGHT) / 2, HEIGHT - 8, "reaction coordinate / \u212b"));
        drawn.add(label("name middle", 0, 0, "energy / eV")
                .with("transform", "translate(18 " + number((TOP + BOTTOM) / 2) + ") rotate(-90)"));
        return drawn;
    }

    /// Each barrier is a double arrow above its endpoint, up to the level of the saddle.
    private List<Element> barriers() {
        double level = up.place(relative(profile.saddle().energyEv()));
        double start = across.place(profile.images().getFirst().coordinateAng());
        double end = across.place(profile.images().getLast().coordinateAng());
        double saddle = across.place(profile.saddle().coordinateAng());
        var drawn = new ArrayList<Element>();
        drawn.add(line("level", start, level, end, level));
        drawn.addAll(arrow(start, up.place(0), level));
        drawn.addAll(arrow(end, up.place(profile.reactionEnergyEv()), level));
        drawn.add(label("barrier", start, level - 12, "forward " + energy(profile.barrierForwardEv())));
        drawn.add(label("barrier end", end, level - 12, "reverse " + energy(profile.barrierReverseEv())));
        drawn.add(path("saddle", diamond(saddle, level)));
        return drawn;
    }

    private static List<Element> arrow(double x, double bottom, double top) {
        if (bottom - top < 16) {
            return List.of();
        }
        return List.of(
                line("reach", x, bottom - 10, x, top + 4),
                path("head", "M" + number(x) + " " + number(top + 1) + " l-4 9 l8 0 z"));
    }

    private static String diamond(double x, double y) {
        return "M" + number(x) + " " + number(y - 7) + " l7 7 l-7 7 l-7 -7 z";
    }

    /// A cubic Hermite segment is a cubic Bezier segment whose inner control points lie a third of the way along the
    /// end slopes, so the curve is drawn exactly, not sampled.
    private String curve() {
        List<Image> images = profile.images();
        var path = new StringBuilder("M" + point(images.getFirst(), 0));
        for (int i = 1; i < images.size(); i++) {
            Image from = images.get(i - 1);
            Image to = images.get(i);
            double third = (to.coordinateAng() - from.coordinateAng()) / 3;
            path.append(" C").append(point(from, third));
            path.append(" ").append(point(to, -third));
            path.append(" ").append(point(to, 0));
        }
        return path.toString();
    }

    /// A place on the tangent of an image, so far along the coordinate from it.
    private String point(Image image, double along) {
        double x = across.place(image.coordinateAng() + along);
        double y = up.place(relative(image.energyEv()) + along * image.slopeEvPerAng());
        return number(x) + " " + number(y);
    }

    private List<Element> points() {
        return profile.images().stream().map(this::point).toList();
    }

    private Element point(Image image) {
        return Html.element("circle")
                .with("class", style(image))
                .with("cx", number(across.place(image.coordinateAng())))
                .with("cy", number(up.place(relative(image.energyEv()))))
                .with("r", isMinimum(image.role()) ? "6" : "4.5");
    }

    private static boolean isMinimum(Role role) {
        return role == Role.ENDPOINT || role == Role.MINIMUM;
    }

    private static String style(Image image) {
        String role = "image " + image.role().name().toLowerCase(Locale.ROOT);
        return switch (image.source()) {
            case Source.Evaluated() -> role;
            case Source.Modelled _ -> role + " modelled";
        };
    }

    private double relative(double energyEv) {
        return energyEv - profile.images().getFirst().energyEv();
    }

    private static double lowest(Profile profile) {
        return profile.images().stream().mapToDouble(Image::energyEv).min().orElseThrow();
    }

    private static double highest(Profile profile) {
        double image =
                profile.images().stream().mapToDouble(Image::energyEv).max().orElseThrow();
        return Math.max(image, profile.saddle().energyEv());
    }

    private static String energy(double energyEv) {
        return String.format(Locale.ROOT, "%.3f eV", energyEv);
    }

    private static Element line(String style, double x1, double y1, double x2, double y2) {
        return Html.element("line")
                .with("class", style)
                .with("x1", number(x1))
                .with("y1", number(y1))
                .with("x2", number(x2))
                .with("y2", number(y2));
    }

    private static Element label(String style, double x, double y, String text) {
        return Html.element("text", text)
                .with("class", style)
                .with("x", number(x))
                .with("y", number(y));
    }

    private static Element path(String style, String steps) {
        return Html.element("path").with("class", style).with("d", steps);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
