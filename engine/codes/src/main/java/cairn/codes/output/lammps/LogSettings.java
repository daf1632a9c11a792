package cairn.codes.output.lammps;

import cairn.codes.bands.lammps.LammpsUnits;
import cairn.codes.output.Fingerprint;
import cairn.codes.output.Line;
import cairn.codes.output.Output;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the input said, as the log repeats it before it runs:
///
///     version := "LAMMPS (" text ")"
///     units   := "units" word | "Unit style    :" word       lj unless it is said; the screen shows the second
///     pair    := "pair_style" ... | "pair_coeff" ...
///     dump    := "dump" id group style int file ... | "write_dump" group style file ...
final class LogSettings {
    /// Inputs are repeated, and may be loops.
    private static final int MOST_LINES = 20_000;

    private static final Pattern HEADING = Pattern.compile("LAMMPS \\(\\d{1,2} [A-Z][a-z]{2} \\d{4}.*\\)$");

    private final List<String> lines = new ArrayList<>();
    private final List<String> pairs = new ArrayList<>();
    private final List<String> dumps = new ArrayList<>();
    private String version = Output.UNKNOWN_VERSION;
    private String units = "lj";

    void take(Line line) {
        switch (line.first()) {
            case 'U' -> units = line.begins("Unit style") ? line.textAfter(":") : units;
            case 'u' -> units = line.word(0).equals("units") ? line.word(1) : units;
            case 'p' -> pair(line);
            case 'd' -> dump(line, "dump", 5);
            case 'w' -> dump(line, "write_dump", 3);
            default -> {}
        }
        if (lines.size() < MOST_LINES) {
            lines.add(line.text());
        }
    }

    /// The first line of a run, which stands behind what a killed run left of its last one.
    static boolean isHeading(Line line) {
        return line.contains("LAMMPS (")
                && (line.begins("LAMMPS (") || HEADING.matcher(line.text()).find());
    }

    void heading(Line line) {
        version = line.textAfter("LAMMPS (").replaceFirst("\\)$", "");
    }

    private void pair(Line line) {
        boolean said = line.word(0).equals("pair_style") || line.word(0).equals("pair_coeff");
        String text = line.text().strip().replaceAll("\\s+", " ");
        if (said && !pairs.contains(text)) {
            pairs.add(text);
        }
    }

    private void dump(Line line, String command, int place) {
        String file = line.word(place);
        if (line.word(0).equals(command) && !file.isEmpty() && !file.contains("$")) {
            dumps.remove(file);
            dumps.add(file);
        }
    }

    String version() {
        return version;
    }

    String unitsName() {
        return units;
    }

    Optional<LammpsUnits> units() {
        return LammpsUnits.named(units);
    }

    /// The names of the files dumped to, the latest first.
    List<String> dumps() {
        return dumps.reversed();
    }

    List<String> lines() {
        return lines;
    }

    Fingerprint fingerprint() {
        Map<Fingerprint.Key, String> said = new EnumMap<>(Fingerprint.Key.class);
        said.put(Fingerprint.Key.CODE, "LAMMPS");
        said.put(Fingerprint.Key.VERSION, version);
        if (!pairs.isEmpty()) {
            said.put(Fingerprint.Key.POTENTIALS, String.join("; ", pairs));
        }
        return Fingerprint.of(said);
    }
}
