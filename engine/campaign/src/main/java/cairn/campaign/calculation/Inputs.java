package cairn.campaign.calculation;

import static java.nio.charset.StandardCharsets.UTF_8;

import cairn.campaign.step.Rendered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a calculation reads, by hash. The `hash` over all parts decides whether it must run again; the parts (each
/// file by its name, `outputs`, `fingerprint`; 16 hexadecimal digits each) only say which of them has changed.
public record Inputs(Digest hash, SortedMap<String, String> parts) {
    private static final int PART_DIGITS = 16;

    public Inputs {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /// The canonical form: one line `<sha256> <part>` per part, in the order of the names of the parts.
    public static Inputs of(Rendered rendered) {
        TreeMap<String, String> whole = new TreeMap<>();
        rendered.files().forEach((name, text) -> whole.put("file " + name, hash(text)));
        whole.put("fingerprint", hash(rendered.fingerprint()));
        whole.put("outputs", hash(String.join("\n", rendered.outputs())));
        StringBuilder canonical = new StringBuilder();
        whole.forEach(
                (part, hash) -> canonical.append(hash).append(' ').append(part).append('\n'));
        whole.replaceAll((_, hash) -> hash.substring(0, PART_DIGITS));
        return new Inputs(Digest.of(canonical.toString().getBytes(UTF_8)), whole);
    }

    /// Which parts differ from these earlier ones, in words: `file in.lammps changed, file Si.data is new`.
    public String changesSince(Inputs earlier) {
        List<String> changes = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(parts.keySet());
        names.addAll(earlier.parts.keySet());
        for (String name : names) {
            String now = parts.getOrDefault(name, "");
            String before = earlier.parts.getOrDefault(name, "");
            if (before.isEmpty()) {
                changes.add(name + " is new");
            } else if (now.isEmpty()) {
                changes.add(name + " is gone");
            } else if (!now.equals(before)) {
                changes.add(name + " changed");
            }
        }
        return String.join(", ", changes);
    }

    private static String hash(String text) {
        return Digest.of(text.getBytes(UTF_8)).hex();
    }
}
