package cairn.codes;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything a job of a code needs: its input files by name, the command as argv, and the files that
/// the command must leave behind. Rendering a deck is pure: the same task gives the same bytes.
public record Deck(SortedMap<String, String> files, List<String> command, List<String> outputs) {
    public Deck {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
        command = List.copyOf(command);
        outputs = List.copyOf(outputs);
    }
}
