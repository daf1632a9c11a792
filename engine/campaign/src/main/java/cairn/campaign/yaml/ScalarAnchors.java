package cairn.campaign.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The anchors of single values, looked up in the text: Jackson 3.2 tells those of mappings and lists only.
final class ScalarAnchors {
    private static final Pattern ANCHOR = Pattern.compile("&([^\\s\\[\\]{},]+)");

    private final List<String> lines;

    ScalarAnchors(String text) {
        this.lines =
                text.indexOf('&') < 0 ? List.of() : new ArrayList<>(text.lines().toList());
    }

    /// The anchor that begins at a place; a token with an anchor begins with it.
    Optional<String> at(Location at) {
        if (at.line() > lines.size()) {
            return Optional.empty();
        }
        String line = lines.get(at.line() - 1);
        Matcher anchor = ANCHOR.matcher(line);
        int offset = line.offsetByCodePoints(0, Math.min(at.column() - 1, line.codePointCount(0, line.length())));
        return anchor.find(offset) && anchor.start() == offset ? Optional.of(anchor.group(1)) : Optional.empty();
    }
}
