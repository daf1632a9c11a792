package cairn.campaign.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The name that somebody probably meant.
public final class NearestName {
    /// Beyond this many names the search would cost more than it helps.
    private static final int MOST = 5000;

    private NearestName() {}

    /// The nearest of the known names, if it is near enough: at most a third of its letters differ.
    public static Optional<String> of(String name, Collection<String> known) {
        String best = "";
        int fewest = Integer.MAX_VALUE;
        for (String candidate : known.stream().limit(MOST).toList()) {
            int edits = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits < fewest && edits <= tolerated(name, candidate)) {
                best = candidate;
                fewest = edits;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /// `did you mean 'fmax'?`, or else what `otherwise` says.
    public static String advice(String name, Collection<String> known, String otherwise) {
        return of(name, known).map(near -> "did you mean '" + near + "'?").orElse(otherwise);
    }

    /// As [#advice(String, Collection, String)], and without a near name it lists the known ones.
    public static String advice(String name, Collection<String> known) {
        return advice(name, known, known.isEmpty() ? "" : "known: " + listed(known));
    }

    private static String listed(Collection<String> known) {
        String first = String.join(", ", known.stream().limit(12).toList());
        return known.size() <= 12 ? first : first + ", ...";
    }

    private static int tolerated(String name, String candidate) {
        return Math.max(1, Math.max(name.length(), candidate.length()) / 3);
    }

    /// Edits between two words: insertions, deletions, substitutions and swaps of neighbours, no letter edited twice
    /// (optimal string alignment: Damerau, Commun. ACM 7, 171 (1964)).
    static int distance(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, one, other, i, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int cheapest(int[][] edits, String one, String other, int i, int j) {
        int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + cost);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
