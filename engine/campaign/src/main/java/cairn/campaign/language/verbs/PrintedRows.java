package cairn.campaign.language.verbs;

import cairn.analysis.anode.Claim.Quantity;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Named;
import cairn.campaign.shape.Said;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.verb.anode.Printed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody's table of anodes in a workflow: `{source: "...", row: LiAl, rows: {LiAl: {ions: 1, capacity: 993}}}`.
record PrintedRows(String source, String row, List<Named<Said>> rows) {
    private static final Key.Required<Double> IONS =
            Key.required("ions", Shapes.positive(), "ions per formula unit of the host that the row is of");
    private static final Key.Optional<Double> CAPACITY =
            Key.optional("capacity", Shapes.positive(), "mAh per gram of host");
    private static final Key.Optional<Double> DENSITY =
            Key.optional("density", Shapes.positive(), "density of the host, g/cm3");
    private static final Key.Optional<Double> VOLUME_CHANGE =
            Key.optional("volume_change", Shapes.number(), "change of the host's volume, percent");
    private static final Key.Optional<Double> POTENTIAL =
            Key.optional("potential", Shapes.number(), "mean voltage against the metal of the ion, V");
    private static final Map<Quantity, Key.Optional<Double>> NUMBERS = new EnumMap<>(Map.of(
            Quantity.CAPACITY, CAPACITY,
            Quantity.DENSITY, DENSITY,
            Quantity.VOLUME_CHANGE, VOLUME_CHANGE,
            Quantity.POTENTIAL, POTENTIAL));

    private static final Key.Required<String> SOURCE = Key.required("source", Shapes.text(), "who printed it");
    private static final Key.Required<String> ROW = Key.required("row", Shapes.text(), "the row of this anode");
    private static final Key.Required<List<Named<Said>>> ROWS = Key.required(
            "rows",
            named(MappingShape.of("row", List.of(IONS, CAPACITY, DENSITY, VOLUME_CHANGE, POTENTIAL))),
            "the rows by name");

    /// Rows of a table, by names that the user chooses.
    static <T> Shape<List<Named<T>>> named(Shape<T> row) {
        return Named.mapping("[A-Za-z0-9._+-]{1,40}", "letters, digits and . _ + -, at most 40", row);
    }

    static Shape<PrintedRows> shape() {
        return MappingShape.of("printed", List.of(SOURCE, ROW, ROWS))
                .map(said -> new PrintedRows(said.get(SOURCE), said.get(ROW), said.get(ROWS)));
    }

    /// The row of this anode, if the table has it.
    Optional<Printed> own() {
        return rows.stream()
                .filter(named -> named.name().equals(row))
                .findFirst()
                .map(named -> new Printed(source, named.value().get(IONS), numbers(named.value())));
    }

    private static Map<Quantity, Double> numbers(Said said) {
        Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
        NUMBERS.forEach((quantity, key) -> said.find(key).ifPresent(number -> numbers.put(quantity, number)));
        return numbers;
    }

    @Override
    public String toString() {
        return row + " of " + source;
    }
}
