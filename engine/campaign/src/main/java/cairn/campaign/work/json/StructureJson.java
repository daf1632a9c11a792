package cairn.campaign.work.json;

import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A structure as JSON, exactly:
///
///     {"cell_ang": [ax, ay, az, bx, ...], "species": ["Si", ...], "positions_ang": [x, y, z, x, ...], "fixed": [0,
/// ...]}
///
/// `fixed` are the indices of the atoms that are held.
public final class StructureJson {
    private StructureJson() {}

    public static ObjectNode write(Structure structure) {
        ObjectNode node = Json.object();
        node.set("cell_ang", Json.array(structure.cell().toArray()));
        ArrayNode species = node.putArray("species");
        structure.species().forEach(element -> species.add(element.symbol()));
        node.set("positions_ang", Json.array(structure.positions().toArray()));
        ArrayNode fixed = node.putArray("fixed");
        IntStream.range(0, structure.count())
                .filter(structure.constraints()::isFixed)
                .forEach(fixed::add);
        return node;
    }

    public static ArrayNode writeAll(List<Structure> structures) {
        ArrayNode array = Json.array();
        structures.forEach(structure -> array.add(write(structure)));
        return array;
    }

    /// @throws RuntimeException if the node was not written by [#writeAll]
    public static List<Structure> readAll(JsonNode array) {
        return array.valueStream().map(StructureJson::read).toList();
    }

    /// @throws RuntimeException if the node was not written by [#write]
    public static Structure read(JsonNode node) {
        List<Element> species = node.required("species")
                .valueStream()
                .map(symbol -> Element.ofSymbol(symbol.stringValue()).orElseThrow())
                .toList();
        BitSet fixed = new BitSet();
        node.required("fixed").valueStream().mapToInt(JsonNode::intValue).forEach(fixed::set);
        return new Structure(
                Cell.of(Json.doubles(node.required("cell_ang"))),
                species,
                Positions.of(Json.doubles(node.required("positions_ang"))),
                Constraints.of(fixed));
    }
}
