package cairn.codes.output.cp2k;

import cairn.codes.bands.cp2k.RestartFile;
import cairn.codes.output.Fingerprint;
import cairn.codes.output.Line;
import cairn.structure.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the input beside an output says of the settings, where the output is silent.
final class Cp2kInput {
    private static final long LARGEST = 1 << 24;
    private static final Pattern KIND = Pattern.compile("(?is)&KIND\\s+(\\S+)(.*?)&END");
    private static final Pattern BAND_STEPS = Pattern.compile("(?im)^\\s*MAX_STEPS\\s+(\\d+)");
    private static final Pattern FUNCTIONAL = Pattern.compile("(?im)^\\s*&XC_FUNCTIONAL\\s+(\\S+)");

    private final String text;

    private Cp2kInput(String text) {
        this.text = text;
    }

    /// The input that the output names; one without a word if it does not lie beside.
    static Cp2kInput beside(Path output, String named) {
        if (named.isEmpty() || named.indexOf('\0') >= 0) {
            return new Cp2kInput("");
        }
        Path input = output.resolveSibling(named.substring(named.lastIndexOf('/') + 1));
        try {
            boolean usable = Files.isRegularFile(input) && Files.isReadable(input) && Files.size(input) <= LARGEST;
            return new Cp2kInput(
                    usable
                            ? Files.readString(input, StandardCharsets.ISO_8859_1)
                                    .replaceAll("[!#][^\n]*", "")
                            : "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + input, e);
        }
    }

    /// What it says of cell and fixed atoms.
    RestartFile sections() {
        return RestartFile.of(text.lines().toList());
    }

    /// How many steps a band may take in all; infinite if the input does not say.
    double bandSteps() {
        return BAND_STEPS
                .matcher(text)
                .results()
                .mapToDouble(most -> Line.of(most.group(1)).numberFrom(0))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// Empty if there is no input beside.
    Map<Fingerprint.Key, String> settings() {
        return text.isEmpty() ? Map.of() : settings(text);
    }

    private static Map<Fingerprint.Key, String> settings(String text) {
        Map<Fingerprint.Key, String> said = new EnumMap<>(Fingerprint.Key.class);
        Matcher functional = FUNCTIONAL.matcher(text);
        if (functional.find()) {
            said.put(Fingerprint.Key.FUNCTIONAL, functional.group(1));
        }
        put(said, Fingerprint.Key.CHARGE, value(text, "CHARGE"));
        boolean gammaOnly = !text.toUpperCase(Locale.ROOT).contains("&KPOINTS");
        put(said, Fingerprint.Key.K_POINTS, gammaOnly ? "the Gamma point" : value(text, "SCHEME"));
        put(said, Fingerprint.Key.SMEARING, value(text, "METHOD\\s+FERMI_DIRAC").isEmpty() ? "" : "FERMI_DIRAC");
        double cutoff = Line.of(value(text, "CUTOFF")).numberFrom(0);
        if (Double.isFinite(cutoff)) {
            said.put(Fingerprint.Key.DENSITY_CUTOFF_EV, Cp2kSettings.decimals(cutoff * Units.EV_PER_HARTREE / 2));
        }
        boolean spins = Pattern.compile("(?im)^\\s*(UKS|LSD|UNRESTRICTED_KOHN_SHAM)\\b(?!\\s+(F|\\.FALSE))")
                .matcher(text)
                .find();
        said.put(Fingerprint.Key.SPIN, spins ? "collinear" : "none");
        kinds(text, said);
        return said;
    }

    private static void kinds(String text, Map<Fingerprint.Key, String> said) {
        TreeSet<String> bases = new TreeSet<>();
        TreeSet<String> potentials = new TreeSet<>();
        Matcher kind = KIND.matcher(text);
        while (kind.find()) {
            bases.add(kind.group(1) + ":" + value(kind.group(2), "BASIS_SET"));
            potentials.add(kind.group(1) + ":" + value(kind.group(2), "POTENTIAL"));
        }
        put(said, Fingerprint.Key.BASIS, String.join(", ", bases));
        put(said, Fingerprint.Key.POTENTIALS, String.join(", ", potentials));
    }

    private static void put(Map<Fingerprint.Key, String> said, Fingerprint.Key key, String value) {
        if (!value.isEmpty()) {
            said.put(key, value);
        }
    }

    /// The rest of the line after a keyword; empty if there is none.
    private static String value(String text, String keyword) {
        Matcher matcher =
                Pattern.compile("(?im)^\\s*" + keyword + "\\b[ \\t]*([^\\n]*)$").matcher(text);
        return matcher.find()
                ? matcher.group().strip().replaceFirst("(?i)^\\S+\\s*", "").strip()
                : "";
    }
}
