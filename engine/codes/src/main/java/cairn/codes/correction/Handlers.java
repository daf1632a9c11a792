package cairn.codes.correction;

import cairn.codes.Code;
import cairn.codes.CodeSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/// The corrections of one code, by the signature of the error.
public final class Handlers {
    private static final Map<String, Handlers> LOADED = new ConcurrentHashMap<>();

    private final SortedMap<String, Handler> bySignature;

    Handlers(Map<String, Handler> bySignature) {
        this.bySignature = Collections.unmodifiableSortedMap(new TreeMap<>(bySignature));
    }

    /// Of the code of that name; none for a code without a file.
    public static Handlers of(String code) {
        return LOADED.computeIfAbsent(code, Handlers::load);
    }

    private static Handlers load(String code) {
        String name = code.replace('/', '-') + ".json";
        try (InputStream file = Handlers.class.getResourceAsStream(name)) {
            return file == null
                    ? new Handlers(Map.of())
                    : HandlerFile.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// The signature under which a code's own name stands: readers of outputs name the family of programs (`espresso`),
    /// or the system that ended one.
    static String signature(String code, String signature) {
        return code + "/" + signature.substring(signature.indexOf('/') + 1);
    }

    /// The change of physics that would help a code after an error; empty if none is known.
    public static Optional<Remedy> physics(Code code, String signature) {
        return of(code.name()).physics(signature(code.name(), signature), CodeSpec.settings(code.spec()));
    }

    Optional<Remedy> physics(String signature, ObjectNode settings) {
        return of(signature, settings).flatMap(handler -> handler.physics(settings));
    }

    Optional<Remedy> numerics(String signature, ObjectNode settings, String subject, Set<String> tried) {
        return of(signature, settings).flatMap(handler -> handler.numerics(settings, subject, tried));
    }

    /// A code that is told nothing has nothing that could be changed.
    private Optional<Handler> of(String signature, ObjectNode settings) {
        return settings.isEmpty() ? Optional.empty() : Optional.ofNullable(bySignature.get(signature));
    }

    SortedMap<String, Handler> bySignature() {
        return bySignature;
    }
}
