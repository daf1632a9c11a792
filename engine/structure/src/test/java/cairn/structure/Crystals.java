package cairn.structure;

import cairn.structure.format.Cif;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Objects;

/// Crystals for tests.
public final class Crystals {
    private Crystals() {}

    /// A crystal of the test resources by its file's name, such as `Li7Si3`.
    public static Structure crystal(String name) {
        return Cif.parse(resource("/crystals/" + name + ".cif"), name + ".cif");
    }

    public static String resource(String path) {
        try (InputStream in = Objects.requireNonNull(Crystals.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    public static Element element(String symbol) {
        return Element.ofSymbol(symbol).orElseThrow();
    }

    public static Structure fixing(Structure structure, int... atoms) {
        BitSet fixed = new BitSet();
        for (int atom : atoms) {
            fixed.set(atom);
        }
        return new Structure(structure.cell(), structure.species(), structure.positions(), Constraints.of(fixed));
    }
}
