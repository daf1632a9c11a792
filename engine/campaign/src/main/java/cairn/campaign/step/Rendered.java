package cairn.campaign.step;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A calculation in the form a job takes.
///
/// `files` are the inputs by name; `command` is the argv that runs in the attempt directory; `outputs` are the
/// files that the sentinel must list; `carry` are files which, if an earlier attempt left them, the next attempt
/// starts from (a band's journal of evaluations); `fingerprint` is code version and potential.
/// The identity of the calculation is the hash over files, outputs and fingerprint. The command is not part of it:
/// it holds paths of this machine.
public record Rendered(
        SortedMap<String, String> files,
        List<String> command,
        List<String> outputs,
        List<String> carry,
        String fingerprint) {
    public Rendered {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        command = List.copyOf(command);
        outputs = List.copyOf(outputs);
        carry = List.copyOf(carry);
    }
}
