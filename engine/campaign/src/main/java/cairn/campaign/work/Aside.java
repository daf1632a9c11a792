package cairn.campaign.work;

import cairn.campaign.work.json.Json;
import cairn.codes.Code;
import cairn.codes.CodeSpec;
import cairn.codes.catalogue.Outputs;
import cairn.codes.output.Energies;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.structure.format.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What a DFT code has written besides energies and forces, in all attempts of a calculation: engines answer with no
/// more than those, and rules on results want to know it.
///
///     "said": {"largest_entropy_ev_per_atom": T*S, "smallest_moment_bohr": |moment of the cell|}
public final class Aside {
    public static final String KEY = "said";
    public static final String ENTROPY = "largest_entropy_ev_per_atom";
    public static final String MOMENT = "smallest_moment_bohr";

    private static final Set<String> OUTPUTS = Set.of("screen", "pw.out", "cp2k.out", "gpaw.txt", "OUTCAR");
    private static final String ATTEMPT = "attempt-";

    /// Infinite as long as nothing is known.
    private double entropy = Double.NEGATIVE_INFINITY;
    private double moment = Double.POSITIVE_INFINITY;

    private Aside() {}

    /// Of the calculation that this attempt belongs to; empty for a code that is told no smearing, or wrote nothing.
    static Optional<ObjectNode> of(Path attempt, Code code) {
        if (!CodeSpec.settings(code.spec()).has("smearing")) {
            return Optional.empty();
        }
        Aside aside = new Aside();
        attempts(attempt).stream()
                .flatMap(Aside::children)
                .flatMap(Aside::children)
                .forEach(aside::read);
        ObjectNode said = Json.object();
        BandSearch.putKnown(said, ENTROPY, aside.entropy);
        BandSearch.putKnown(said, MOMENT, aside.moment);
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    private static List<Path> attempts(Path attempt) {
        Path absolute = attempt.toAbsolutePath();
        return Stream.concat(
                        Stream.of(absolute),
                        children(absolute.resolveSibling(""))
                                .filter(path ->
                                        String.valueOf(path.getFileName()).startsWith(ATTEMPT)))
                .distinct()
                .toList();
    }

    private static Stream<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private void read(Path file) {
        if (!OUTPUTS.contains(String.valueOf(file.getFileName()))) {
            return;
        }
        try {
            Optional<OutputReader> reader = Outputs.of(file);
            reader.ifPresent(known -> known.read(file, this::take));
        } catch (FormatException _) {
            // A code that was killed may leave anything; what its engine needed of it, that has read.
        }
    }

    private void take(Step step) {
        if (step.moment() instanceof SaidMoment.Given(double bohr)) {
            moment = Math.min(moment, Math.abs(bohr));
        }
        if (step.forces() instanceof SaidForces.Given(var forces)) {
            step.energies()
                    .of(Energies.Kind.WITHOUT_ENTROPY)
                    .ifPresent(without -> entropy =
                            Math.max(entropy, Math.abs(without - step.energies().free()) / forces.count()));
        }
    }
}
