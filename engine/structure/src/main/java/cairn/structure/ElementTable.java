package cairn.structure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Masses and radii from `elements.csv`, which names their sources. CDK's own are dated: Ge 72.613 amu,
/// La 1.69 Angstrom.
final class ElementTable {
    static final int LAST = 118;

    private static final List<Row> ROWS = read();

    private ElementTable() {}

    record Row(String symbol, double massAmu, double covalentRadiusAng) {
        private static Row parse(String line) {
            String[] fields = line.split(",", -1);
            return new Row(fields[1], Double.parseDouble(fields[2]), Double.parseDouble(fields[4]));
        }
    }

    static Row row(int atomicNumber) {
        return ROWS.get(atomicNumber - 1);
    }

    private static List<Row> read() {
        try (InputStream table = Objects.requireNonNull(ElementTable.class.getResourceAsStream("elements.csv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
                    .map(Row::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("elements.csv cannot be read", e);
        }
    }
}
