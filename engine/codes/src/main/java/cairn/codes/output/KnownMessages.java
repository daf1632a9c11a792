package cairn.codes.output;

import cairn.codes.CodeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The messages of a code that something is wrong, and what to make of each.
public final class KnownMessages {
    /// What the code does once it has said so.
    public enum Then {
        STOPS,
        GOES_ON,
        /// An ordinary line that holds the words of a message.
        NOTHING
    }

    /// One cause; any of the texts in a line tells it.
    public record Known(Then then, String signature, String advice, List<String> texts) {
        public Known {
            texts = List.copyOf(texts);
            if (texts.isEmpty() || texts.contains("")) {
                throw new IllegalArgumentException("no text tells " + signature);
            }
        }

        public static Known stops(String signature, String advice, String... texts) {
            return new Known(Then.STOPS, signature, advice, List.of(texts));
        }

        public static Known goesOn(String signature, String advice, String... texts) {
            return new Known(Then.GOES_ON, signature, advice, List.of(texts));
        }

        public static Known ordinary(String... texts) {
            return new Known(Then.NOTHING, "", "", List.of(texts));
        }
    }

    /// A message in a line.
    public record Found(Then then, CodeError error) {}

    private final String code;
    private final List<Known> owners = new ArrayList<>();
    private final TextSearch search;

    /// Where a line holds several texts, the first of the list counts: ordinary lines come first, vague words last.
    public KnownMessages(String code, List<Known> all) {
        this.code = code;
        List<String> texts = new ArrayList<>();
        for (Known known : all) {
            texts.addAll(known.texts());
            known.texts().forEach(_ -> owners.add(known));
        }
        this.search = new TextSearch(texts);
    }

    public Optional<Found> in(String line) {
        int text = search.in(line);
        if (text == TextSearch.NONE || owners.get(text).then() == Then.NOTHING) {
            return Optional.empty();
        }
        Known known = owners.get(text);
        return Optional.of(new Found(
                known.then(), new CodeError(known.signature(), code + " says: " + words(line), known.advice())));
    }

    /// Without the frame that some codes draw around a message.
    private static String words(String line) {
        return line.strip().replaceAll("^[|*%\\s]+|[|*%\\s]+$", "");
    }
}
