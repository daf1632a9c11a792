package cairn.analysis.anode;

import cairn.analysis.finding.Finding;
import java.util.List;
import java.util.Locale;

/// What an expert says of printed numbers that are not the computed ones.
public final class ClaimFindings {
    private ClaimFindings() {}

    /// One finding for each claim that does not hold; `of` is what the numbers are of.
    public static List<Finding> of(String of, List<Claim> claims) {
        return claims.stream()
                .filter(claim -> !claim.holds())
                .map(claim -> finding(of, claim))
                .toList();
    }

    private static Finding finding(String of, Claim claim) {
        return claim.isRatioForChange()
                ? Finding.warns(
                        "W19", sentence(of, claim) + " The printed one is the ratio of the volumes, in percent.")
                : Finding.warns("claim", sentence(of, claim) + " " + reason(claim));
    }

    private static String sentence(String of, Claim claim) {
        return String.format(Locale.ROOT, words(claim.quantity()), of, number(claim.printed()), claim.computed());
    }

    private static String words(Claim.Quantity quantity) {
        return switch (quantity) {
            case CAPACITY -> "Of %s %s mAh/g is printed, and %.1f follows.";
            case DENSITY -> "Of the host of %s a density of %s g/cm3 is printed, and %.3f follows.";
            case VOLUME_CHANGE -> "Of %s a volume change of %s %% is printed, and %+.1f %% follows.";
            case POTENTIAL -> "Of %s %s V is printed, and %.3f V follows.";
        };
    }

    private static String reason(Claim claim) {
        return switch (claim.quantity()) {
            case CAPACITY -> "Faraday's law leaves no choice for this composition.";
            case DENSITY -> "No crystal of the host is off by so much.";
            case VOLUME_CHANGE -> "The two crystals have the volumes that they have.";
            case POTENTIAL -> "The mean over all ions is meant, not the first plateau.";
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
