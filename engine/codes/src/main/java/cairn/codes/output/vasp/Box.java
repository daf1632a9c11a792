package cairn.codes.output.vasp;

import java.util.regex.Pattern;

/// The sentences in the frame that VASP draws around its errors and warnings; big letters drawn of small ones are none.
final class Box {
    private static final Pattern SENTENCE = Pattern.compile(".*[a-z]{2}.*");
    private static final int LONGEST = 1000;

    private final StringBuilder words = new StringBuilder();

    void take(String line) {
        String inside = line.replaceAll("^\\s*\\||\\|\\s*$", "").strip();
        if (SENTENCE.matcher(inside).matches() && !inside.contains("---->") && words.length() < LONGEST) {
            words.append(words.isEmpty() ? "" : " ").append(inside.replaceAll("\\s+", " "));
        }
    }

    /// At a line outside, a frame has ended.
    void clear() {
        words.setLength(0);
    }

    String words() {
        return words.toString();
    }
}
