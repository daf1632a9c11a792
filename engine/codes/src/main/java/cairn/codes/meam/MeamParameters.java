package cairn.codes.meam;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/// The parameters of a MEAM for two elements and their L1_2 alloy, read from a properties file.
///
/// The file names each number as the papers do: `Li.beta = 1.03 4.88 4.15 5.27` and so on.
/// `screening.Li-Li-Si = Cmin Cmax` is of a Li-Li pair screened by Si.
final class MeamParameters {
    private static final String LITHIUM_SILICON = "cui-2012-lisi.properties";

    private final String text;
    private final Properties entries;

    private MeamParameters(String text) {
        this.text = text;
        this.entries = new Properties();
        try {
            entries.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException("reading MEAM parameters", e);
        }
    }

    static MeamParameters parse(String text) {
        return new MeamParameters(text);
    }

    /// The parameters of Cui, Gao, Cui and Qu (2012).
    static MeamParameters lithiumSilicon() {
        try (InputStream stream = MeamParameters.class.getResourceAsStream(LITHIUM_SILICON)) {
            if (stream == null) {
                throw new IllegalStateException(LITHIUM_SILICON + " is missing beside " + MeamParameters.class);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + LITHIUM_SILICON, e);
        }
    }

    /// The file as it was read: what a fingerprint is made of.
    String text() {
        return text;
    }

    /// The two elements; in the alloy's reference crystal three atoms of the first meet one of the second.
    List<MeamElement> elements() {
        return Arrays.stream(entry("elements").split(" ")).map(this::element).toList();
    }

    /// Energy of the L1_2 crystal of both elements.
    Rose alloy() {
        return rose("alloy", number("alloy.re"));
    }

    /// The distance beyond which atoms do not interact, Angstrom.
    double cutoff() {
        return number("cutoff");
    }

    /// The width over which the interaction fades before the cutoff, Angstrom.
    double cutoffWidth() {
        return number("cutoff.width");
    }

    /// The limits of a pair of `one` and `other`, screened by `third`; the order of the pair is irrelevant.
    ScreeningLimits screening(MeamElement one, MeamElement other, MeamElement third) {
        String key = "screening." + one.symbol() + "-" + other.symbol() + "-" + third.symbol();
        if (!entries.containsKey(key)) {
            key = "screening." + other.symbol() + "-" + one.symbol() + "-" + third.symbol();
        }
        List<Double> limits = numbers(key);
        return new ScreeningLimits(limits.get(0), limits.get(1));
    }

    private MeamElement element(String symbol) {
        ReferenceLattice lattice = ReferenceLattice.valueOf(entry(symbol + ".lattice"));
        double distance = number(symbol + ".a") * lattice.distancePerLatticeConstant;
        return new MeamElement(
                symbol,
                lattice,
                rose(symbol, distance),
                number(symbol + ".A"),
                number(symbol + ".rho0"),
                numbers(symbol + ".beta"),
                numbers(symbol + ".t"));
    }

    private Rose rose(String prefix, double distance) {
        return new Rose(number(prefix + ".Ec"), number(prefix + ".alpha"), distance, number(prefix + ".d"));
    }

    private double number(String key) {
        return Double.parseDouble(entry(key));
    }

    private List<Double> numbers(String key) {
        return Arrays.stream(entry(key).split(" ")).map(Double::valueOf).toList();
    }

    private String entry(String key) {
        String value = entries.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("MEAM parameter '" + key + "' is missing");
        }
        return value;
    }
}
