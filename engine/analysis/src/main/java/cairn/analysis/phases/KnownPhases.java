package cairn.analysis.phases;

import cairn.structure.Composition;
import cairn.structure.Element;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The crystals that the literature knows, as `known-phases.csv` beside this class lists them. A system that the list
/// does not have is one of which it says nothing.
public final class KnownPhases {
    private static final String TABLE = "known-phases.csv";
    private static final List<KnownPhase> ALL = read();

    private KnownPhases() {}

    /// Those that are made of these elements alone.
    public static List<KnownPhase> among(Collection<Element> elements) {
        return ALL.stream()
                .filter(phase ->
                        elements.containsAll(phase.composition().counts().keySet()))
                .toList();
    }

    public static Optional<KnownPhase> of(Composition composition) {
        return ALL.stream()
                .filter(phase -> phase.composition().equals(composition.reduced()))
                .findFirst();
    }

    private static List<KnownPhase> read() {
        try (InputStream in = Objects.requireNonNull(KnownPhases.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("formula;"))
                    .map(KnownPhases::phase)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    private static KnownPhase phase(String line) {
        String[] fields = line.split(";");
        return new KnownPhase(
                Composition.ofFormula(fields[0]).orElseThrow().reduced(),
                KnownPhase.Standing.valueOf(fields[1]),
                fields[2]);
    }
}
