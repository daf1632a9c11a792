package cairn.campaign.language;

import cairn.campaign.language.Source.File;
import cairn.campaign.language.Source.Inserted;
import cairn.campaign.language.Source.Named;
import cairn.campaign.language.Source.Rattled;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Reading;
import cairn.campaign.shape.Said;
import cairn.campaign.shape.Schemas;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Node.Kind;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import cairn.structure.Element;
import cairn.structure.Fraction;
import cairn.structure.distance.Rattle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The shapes of sources: a name or path, `{file, supercell}`, `{insert, into, at}`, or `{rattle, by, elements, seed}`.
public final class Sources {
    private static final String EXPECTED =
            "a structure, a step, a file, or an insertion such as {insert: Li, into: host, at: [0.25, 0.25, 0.25]}";
    private static final String DEFINITION = "source";

    private static final Shape<Source> SHAPE = Shapes.of(Sources::read, Sources::reference);

    private static final Key.Required<String> FILE = Key.required(
            "file", Shapes.text(), "path of a CIF, POSCAR, extxyz or XSF file, from the workflow's folder");
    private static final Key.Defaulted<Repeats> SUPERCELL =
            Key.defaulted("supercell", Repeats.shape(), Repeats.NONE, "how often the cell is repeated along a, b, c");
    private static final MappingShape FILE_MAPPING = MappingShape.of("structure", List.of(FILE, SUPERCELL));

    private static final Key.Required<Element> INSERT =
            Key.required("insert", element(), "symbol of the element that is put in");
    private static final Key.Required<Source> INTO = Key.required("into", SHAPE, "the structure it is put into");
    private static final Key.Required<Fraction> AT = Key.required(
            "at",
            Shapes.three(Shapes.number(), "three fractions of the lattice vectors such as [0.25, 0.25, 0.25]")
                    .map(f -> new Fraction(f.get(0), f.get(1), f.get(2))),
            "where, in fractions of the lattice vectors of that structure");
    private static final MappingShape INSERTION = MappingShape.of("insertion", List.of(INSERT, INTO, AT));

    private static final Key.Required<Source> RATTLE =
            Key.required("rattle", SHAPE, "the structure whose atoms are moved");
    private static final Key.Required<Double> BY =
            Key.required("by", Shapes.positive(), "deviation of each component of a random displacement, Angstrom");
    private static final Key.Defaulted<List<Element>> ELEMENTS = Key.defaulted(
            "elements", Shapes.list(element()), List.of(), "elements whose atoms move; without it those of all");
    private static final Key.Required<Integer> SEED = Key.required(
            "seed",
            Shapes.integer(0, Integer.MAX_VALUE),
            "what the displacements follow from: equal seeds, equal ones");
    private static final MappingShape RATTLING = MappingShape.of("rattle", List.of(RATTLE, BY, ELEMENTS, SEED));

    private Sources() {}

    /// Any source.
    public static Shape<Source> shape() {
        return SHAPE;
    }

    /// A file with its supercell, or just its path: a value of `structures`.
    static Shape<File> file() {
        return Shapes.of(
                (node, reading) -> node instanceof Scalar(String path, Kind kind, var at) && kind == Kind.TEXT
                        ? Optional.of(new File(path, Repeats.NONE, at))
                        : file(node, reading),
                () -> Schemas.anyOf(Shapes.text().schema(), FILE_MAPPING.schema()));
    }

    private static Optional<File> file(Node node, Reading reading) {
        return FILE_MAPPING
                .read(node, reading)
                .map(said -> new File(said.get(FILE), said.get(SUPERCELL), said.at(FILE)));
    }

    private static Optional<Source> read(Node node, Reading reading) {
        return switch (node) {
            case Scalar(String text, Kind kind, var at)
            when kind != Kind.EMPTY && !text.isBlank() -> Optional.of(new Named(new StepName(text, at)));
            case Mapping mapping
            when mapping.find("insert").isPresent() ->
                INSERTION.read(mapping, reading).map(Sources::inserted);
            case Mapping mapping
            when mapping.find("rattle").isPresent() ->
                RATTLING.read(mapping, reading).map(Sources::rattled);
            case Mapping mapping
            when mapping.find("file").isPresent() -> file(mapping, reading).map(file -> file);
            case Node other -> reading.mustBe(EXPECTED, other);
        };
    }

    private static Source inserted(Said said) {
        return new Inserted(said.get(INSERT), said.get(INTO), said.get(AT), said.at());
    }

    private static Source rattled(Said said) {
        return new Rattled(said.get(RATTLE), new Rattle(said.get(BY), said.get(ELEMENTS), said.get(SEED)), said.at());
    }

    /// The symbol of an element.
    public static Shape<Element> element() {
        return Shapes.of(
                (node, reading) -> node instanceof Scalar(String symbol, var _, var _)
                        ? Element.ofSymbol(symbol).or(() -> unknownElement(symbol, node, reading))
                        : reading.mustBe("the symbol of an element", node),
                () -> Schemas.text("[A-Z][a-z]?|" + Schemas.PLACEHOLDER),
                Element::symbol);
    }

    private static Optional<Element> unknownElement(String symbol, Node node, Reading reading) {
        String capital = symbol.isEmpty()
                ? ""
                : symbol.substring(0, 1).toUpperCase(Locale.ROOT)
                        + symbol.substring(1).toLowerCase(Locale.ROOT);
        String advice = Element.ofSymbol(capital)
                .map(element -> "did you mean '" + element.symbol() + "'?")
                .orElse("");
        return reading.mustBe("the symbol of an element", node, advice);
    }

    private static ObjectNode reference() {
        return Schemas.object().put("$ref", "#/$defs/" + DEFINITION);
    }

    /// Sources nest, so the schema names them once and refers to them.
    static void define(ObjectNode definitions) {
        definitions.set(
                DEFINITION,
                Schemas.anyOf(Shapes.text().schema(), FILE_MAPPING.schema(), INSERTION.schema(), RATTLING.schema()));
    }
}
