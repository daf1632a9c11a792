package cairn.campaign.language;

import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Named;
import cairn.campaign.shape.Quantities;
import cairn.campaign.shape.Said;
import cairn.campaign.shape.Schemas;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import cairn.codes.dft.Dispersion;
import cairn.codes.dft.Functional;
import cairn.codes.dft.Smearing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A setting that DFT codes share: its key in a workflow, and its key with the unit in the JSON of a code.
///
/// `technical` are those that only say how a code represents the same physics: a code that has no such choice may leave
/// them aside.
record CodeKey(Key.Optional<Worded> key, String json, Nature nature) {
    enum Nature {
        PHYSICAL,
        TECHNICAL
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ELEMENT = "[A-Z][a-z]?";
    private static final String ELEMENT_EXPECTED = "the symbol of an element";

    private static final Key.Optional<Double> SPACING =
            Key.optional("spacing", Shapes.positive(), "largest distance of k-points, 1/Angstrom, 2 pi included");
    private static final Key.Optional<List<Integer>> MESH = Key.optional(
            "mesh",
            Shapes.three(Shapes.integer(1, 1000), "three numbers of points such as [4, 4, 4]"),
            "points along each reciprocal lattice vector; Gamma is one of them");
    private static final MappingShape K_POINTS = MappingShape.of("k_points", List.of(SPACING, MESH));

    static final List<CodeKey> ALL = List.of(
            physical("functional", "functional", words(Functional.words()), "the exchange-correlation functional"),
            physical("cutoff", "cutoff_ev", energy(), "of plane waves (CP2K: of its finest grid): 60 Ry, 500 eV"),
            technical("density_cutoff", "density_cutoff_ev", energy(), "of the density; else what its potentials need"),
            technical("relative_cutoff", "relative_cutoff_ev", energy(), "of Gaussians on CP2K's grids"),
            physical("k_points", "k_points", kPoints(), "gamma, {spacing: 0.25} in 1/Angstrom, or {mesh: [4, 4, 4]}"),
            physical(
                    "smearing", "smearing", words(Smearing.Kind.words()), "how states near the Fermi level are filled"),
            physical("smearing_width", "smearing_width_ev", energy(), "sigma, or kT of Fermi and Dirac: 0.1 eV"),
            physical("spin", "spin", words(List.of("none", "collinear")), "whether spin is resolved"),
            physical(
                    "moments",
                    "moments",
                    byElement(Shapes.number(), JSON::numberNode),
                    "moments to start from, by element"),
            physical(
                    "charge",
                    "charge",
                    worded(Shapes.number(), JSON::numberNode),
                    "of the cell, in elementary charges"),
            physical("dispersion", "dispersion", words(Dispersion.words()), "a correction for dispersion"),
            physical("scf_convergence", "scf_convergence_ev", energy(), "of the total energy: 1e-6 eV"),
            physical(
                    "scf_iterations",
                    "scf_iterations",
                    worded(Shapes.integer(1, 100_000), JSON::numberNode),
                    "after which an SCF is given up"),
            physical(
                    "hubbard_u",
                    "hubbard_u_ev",
                    byElement(Quantities.energyEv(), JSON::numberNode),
                    "U by element: {Ti: 4 eV}"),
            technical(
                    "pseudopotentials",
                    "pseudopotentials",
                    potentials(),
                    "a family, a folder, or files by element (VASP: variants)"),
            technical("basis", "basis", worded(Shapes.text(), JSON::stringNode), "the name of a set of Gaussians"));

    private static CodeKey physical(String name, String json, Shape<Worded> shape, String about) {
        return new CodeKey(Key.optional(name, shape, about), json, Nature.PHYSICAL);
    }

    private static CodeKey technical(String name, String json, Shape<Worded> shape, String about) {
        return new CodeKey(Key.optional(name, shape, about), json, Nature.TECHNICAL);
    }

    String name() {
        return key.name();
    }

    /// A shape whose values keep the words they were written in.
    static <T> Shape<Worded> worded(Shape<T> shape, Function<T, JsonNode> json) {
        return Shapes.of(
                (node, reading) ->
                        shape.read(node, reading).map(value -> new Worded(json.apply(value), Worded.words(node))),
                shape::schema,
                Worded::words);
    }

    private static Shape<Worded> words(List<String> words) {
        return worded(Shapes.choice(words), JSON::stringNode);
    }

    private static Shape<Worded> energy() {
        return worded(Quantities.energyEv(), JSON::numberNode);
    }

    private static Shape<Worded> kPoints() {
        return Shapes.of(
                (node, reading) -> node instanceof Scalar(String text, var _, var _) && text.equals("gamma")
                        ? Optional.of(new Worded(mesh(List.of(1, 1, 1)), text))
                        : K_POINTS.read(node, reading)
                                .flatMap(said -> kPoints(said)
                                        .or(() -> reading.mustBe("either {spacing: ..} or {mesh: ..}", node)))
                                .map(json -> new Worded(json, Worded.words(node))),
                () -> Schemas.anyOf(Schemas.text("gamma|" + Schemas.PLACEHOLDER), K_POINTS.schema()),
                Worded::words);
    }

    private static Optional<JsonNode> kPoints(Said said) {
        if (said.find(SPACING).isPresent() == said.find(MESH).isPresent()) {
            return Optional.empty();
        }
        return said.find(MESH)
                .map(CodeKey::mesh)
                .or(() -> said.find(SPACING).map(spacing -> JSON.objectNode().put("spacing_per_ang", spacing)));
    }

    private static JsonNode mesh(List<Integer> points) {
        ArrayNode mesh = JSON.arrayNode();
        points.forEach(mesh::add);
        ObjectNode json = JSON.objectNode();
        json.set("mesh", mesh);
        return json;
    }

    private static <T> Shape<Worded> byElement(Shape<T> value, Function<T, JsonNode> json) {
        return worded(Named.mapping(ELEMENT, ELEMENT_EXPECTED, value), named -> object(named, json));
    }

    private static <T> JsonNode object(List<Named<T>> named, Function<T, JsonNode> json) {
        ObjectNode object = JSON.objectNode();
        named.forEach(one -> object.set(one.name(), json.apply(one.value())));
        return object;
    }

    private static Shape<Worded> potentials() {
        Shape<Worded> named = worded(Shapes.text(), JSON::stringNode);
        Shape<Worded> files = byElement(Shapes.text(), JSON::stringNode);
        return Shapes.of(
                (node, reading) -> isMapping(node) ? files.read(node, reading) : named.read(node, reading),
                () -> Schemas.anyOf(named.schema(), files.schema()),
                Worded::words);
    }

    private static boolean isMapping(Node node) {
        return node instanceof Mapping;
    }
}
