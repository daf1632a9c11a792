package cairn.cluster.slurm;

import cairn.cluster.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Tokens as the comma-separated list that `--name` takes.
final class Names {
    /// Linux takes at most 128 KiB in one argument (MAX_ARG_STRLEN, execve(2)).
    private static final int LIMIT_CHARACTERS = 100_000;

    private Names() {}

    /// The lists, each short enough for one argument.
    static List<String> chunks(Collection<Token> tokens) {
        List<String> chunks = new ArrayList<>();
        StringBuilder names = new StringBuilder();
        for (Token token : tokens) {
            if (names.length() + token.value().length() >= LIMIT_CHARACTERS) {
                chunks.add(names.toString());
                names.setLength(0);
            }
            names.append(names.isEmpty() ? "" : ",").append(token);
        }
        chunks.add(names.toString());
        return chunks;
    }
}
