package cairn.campaign.calculation;

import static java.nio.charset.StandardCharsets.UTF_8;

import cairn.campaign.step.CalculationId;
import cairn.cluster.Token;
import java.util.Locale;

/// The names that attempts get in the world.
public final class Names {
    private static final int SLUG = 24;
    private static final int HASH = 10;
    private static final int FILE_NAME = 100;

    private Names() {}

    /// `<campaign>-<what a human reads>-<hash of calculation and inputs>.<attempt>`. Two owners who race for one
    /// campaign give the same attempt the same token and directory, so that its claim decides between their jobs.
    public static Token token(String campaign, CalculationId id, int attempt, Inputs inputs) {
        String slug = id.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String hash = shortHash(id + "\n" + inputs.hash());
        return new Token(
                campaign + "-" + slug.substring(0, Math.min(SLUG, slug.length())) + "-" + hash + "." + attempt);
    }

    /// Relative to the campaign's folder: `calculations/<step>/<name>/attempt-<n>`.
    public static String directory(CalculationId id, int attempt) {
        return "calculations/" + fileName(id.step().value()) + "/" + id.name() + "/attempt-" + attempt;
    }

    /// The text itself where every file system and shell likes it, else the nearest such name and a hash of the text.
    static String fileName(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9._=,+-]+", "-").replaceAll("^[.-]+", "");
        boolean faithful =
                safe.equals(text) && text.length() <= FILE_NAME && text.equals(text.toLowerCase(Locale.ROOT));
        return faithful ? text : safe.substring(0, Math.min(FILE_NAME, safe.length())) + "-" + shortHash(text);
    }

    private static String shortHash(String text) {
        return Digest.of(text.getBytes(UTF_8)).hex().substring(0, HASH);
    }
}
