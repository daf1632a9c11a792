package cairn.templates;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// The templates of the `templates` folder, by name: `lammps/relax.in` is the file `lammps/relax.in.peb`.
///
/// Rendering is pure: the same values give the same text, whatever the locale. Numbers are printed as Java prints
/// them, so that reading one back gives the same number. A value that the template wants and nobody gave is an
/// error, as is a template that does not exist: both are mistakes of ours, not of the user.
public final class Templates {
    private static final PebbleEngine ENGINE = new PebbleEngine.Builder()
            .strictVariables(true)
            .autoEscaping(false)
            .newLineTrimming(false)
            .defaultLocale(Locale.ROOT)
            .build();

    private Templates() {}

    public static String render(String name, Map<String, Object> values) {
        StringWriter text = new StringWriter();
        try {
            ENGINE.getLiteralTemplate(source(name)).evaluate(text, values, Locale.ROOT);
        } catch (PebbleException e) {
            throw new IllegalArgumentException("template " + name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name, e);
        }
        return text.toString();
    }

    private static String source(String name) {
        try (InputStream file = Templates.class.getResourceAsStream(name + ".peb")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no template " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name, e);
        }
    }
}
