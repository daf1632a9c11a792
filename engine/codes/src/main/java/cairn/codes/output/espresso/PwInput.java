package cairn.codes.output.espresso;

import cairn.codes.output.Line;
import cairn.codes.output.Packed;
import cairn.codes.output.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The input of pw.x, as far as it tells whether an output belongs to it.
///
/// pw.x passes over a missing K_POINTS without a word and takes the Gamma point.
final class PwInput {
    private static final long LARGEST = 1 << 24;
    private static final Pattern NAMELIST = Pattern.compile("(?im)^\\s*&system\\b");
    private static final Pattern K_POINTS = Pattern.compile("(?im)^\\s*K_POINTS\\b");
    private static final Pattern MESH = Pattern.compile(
            "(?im)^\\s*K_POINTS\\W+automatic\\W*\\n\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)");

    private final String name;
    private final String text;

    private PwInput(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /// The input beside an output: the one that the output names, or one that is called like the output.
    static Optional<PwInput> beside(Path output, String named) {
        return candidates(output, named)
                .filter(path -> Files.isRegularFile(path) && Files.isReadable(path) && !path.equals(output))
                .findFirst()
                .flatMap(PwInput::read);
    }

    private static Stream<Path> candidates(Path output, String named) {
        String file = Packed.unpackedName(output.getFileName().toString());
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        Stream<String> alike = Stream.of(".in", ".pwi", ".inp").map(end -> stem + end);
        boolean usable = !named.isEmpty() && !named.equals("standard input") && named.indexOf('\0') < 0;
        Stream<String> names = usable ? Stream.of(named.substring(named.lastIndexOf('/') + 1)) : alike;
        return names.filter(name -> !name.isEmpty()).map(output::resolveSibling);
    }

    private static Optional<PwInput> read(Path path) {
        try {
            if (Files.size(path) > LARGEST) {
                return Optional.empty();
            }
            String text = Files.readString(path, StandardCharsets.ISO_8859_1).replaceAll("[!#][^\n]*", "");
            return NAMELIST.matcher(text).find()
                    ? Optional.of(new PwInput(path.getFileName().toString(), text))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /// The mesh of k-points, of which the output tells only how many are left by symmetry.
    Optional<String> mesh() {
        Matcher mesh = MESH.matcher(text);
        return mesh.find()
                ? Optional.of("%s %s %s shifted by %s %s %s"
                        .formatted(
                                mesh.group(1),
                                mesh.group(2),
                                mesh.group(3),
                                mesh.group(4),
                                mesh.group(5),
                                mesh.group(6)))
                : Optional.empty();
    }

    /// What the output says differently, if anything.
    Optional<Verdict> contradicts(PwSettings settings, PwEnding ending) {
        if (!K_POINTS.matcher(text).find()) {
            return Optional.of(new Verdict.NotThisCalculation(
                    name + " has no K_POINTS card", "the Gamma point alone, which pw.x takes without a word"));
        }
        return Stream.of(
                        different("nat", settings.atoms(), "atoms"),
                        different("ecutwfc", settings.cutoff(), "Ry as the cutoff"),
                        calculation(ending))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Verdict> different(String key, double did, String unit) {
        double asked = value(key).map(word -> Line.of(word).numberFrom(0)).orElse(Double.NaN);
        boolean differs = Double.isFinite(asked) && Double.isFinite(did) && Math.abs(asked - did) > 1e-4 + 1e-6 * did;
        return differs
                ? Optional.of(new Verdict.NotThisCalculation(
                        String.format(
                                Locale.ROOT,
                                "%s asks for %s = %s",
                                name,
                                key,
                                value(key).orElse("")),
                        String.format(Locale.ROOT, "with %s %s", did, unit)))
                : Optional.empty();
    }

    private Optional<Verdict> calculation(PwEnding ending) {
        String asked =
                value("calculation").orElse("'scf'").replaceAll("['\"]", "").toLowerCase(Locale.ROOT);
        boolean moves = List.of("relax", "vc-relax", "md", "vc-md").contains(asked);
        return moves && !ending.movesIons()
                ? Optional.of(new Verdict.NotThisCalculation(
                        name + " asks for calculation = '" + asked + "'", "no step of the ions"))
                : Optional.empty();
    }

    private Optional<String> value(String key) {
        Matcher matcher =
                Pattern.compile("(?i)\\b" + key + "\\s*=\\s*([^,\\s]+)").matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
