package cairn.codes.dft.vasp.potcar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which POTCAR each element has: those of the Materials Project, from a data file, unless the workflow says another.
public record PotcarVariants(SortedMap<String, String> said) {
    private static final String FILE = "potcar-variants.properties";
    private static final Properties USUAL = load();

    public PotcarVariants {
        said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
    }

    /// The element itself, where nobody says more.
    public String of(String element) {
        return said.getOrDefault(element, USUAL.getProperty(element, element));
    }

    private static Properties load() {
        try (InputStream file = PotcarVariants.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
