package cairn.campaign.language.verbs;

import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Named;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.verb.alloy.Measured;
import java.util.List;
import java.util.Optional;

/// Plateaus of several anodes in a workflow: `{row: LiAl, rows: {LiAl: {source: "...", celsius: 25, plateaus:
/// [...]}}}`.
record MeasuredRows(String row, List<Named<Measured>> rows) {
    private static final Key.Required<String> ROW =
            Key.required("row", Shapes.text(), "the row of this anode; it may be one that the rows do not have");
    private static final Key.Required<List<Named<Measured>>> ROWS =
            Key.required("rows", PrintedRows.named(MeasuredShape.shape()), "the plateaus by name");

    static Shape<MeasuredRows> shape() {
        return MappingShape.of("measured", List.of(ROW, ROWS))
                .map(said -> new MeasuredRows(said.get(ROW), said.get(ROWS)));
    }

    /// Those of this anode, if they were measured.
    Optional<Measured> own() {
        return rows.stream()
                .filter(named -> named.name().equals(row))
                .findFirst()
                .map(Named::value);
    }

    @Override
    public String toString() {
        return row;
    }
}
