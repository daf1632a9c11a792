package cairn.codes;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything a run of a code needs: its input files by name, the command as argv, what the command finds in its
/// environment, the file that takes what it says, and the files that it leaves behind, of which the first tells how it
/// ended.
public record Deck(
        SortedMap<String, String> files,
        List<String> command,
        SortedMap<String, String> environment,
        String screen,
        List<String> outputs) {
    public Deck {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        command = List.copyOf(command);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        outputs = List.copyOf(outputs);
    }
}
