package cairn.codes.output.vasp;

import cairn.codes.output.Line;
import cairn.codes.output.vasp.settings.NumberWords;
import cairn.codes.output.vasp.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills [Settings] from the lines of an OUTCAR before its first iteration:
///
///     version := "vasp." word
///     title   := "TITEL  =" text                        one for each kind of atom
///     counts  := "ions per type =" int+
///     valence := "ZVAL   =" number+
///     mesh    := "generate k-points for:" int int int
///     hubbard := "U (eV)" ... "LDAUU =" number+, "J (eV)" ... "LDAUJ =" number+
///     tag     := NAME "=" value [";" tag]               as INCAR says first, and VASP settles on later
///
/// Of SYSTEM, POSCAR and KPOINTS only the user's own words follow, which mean nothing here.
final class OutcarHead {
    private static final Pattern TAG = Pattern.compile("([A-Z][A-Z0-9_]+)\\s*=\\s*(.*)");

    private final Settings settings;

    OutcarHead(Settings settings) {
        this.settings = settings;
    }

    void take(Line line) {
        if (line.begins("SYSTEM") || line.begins("POSCAR") || line.begins("KPOINTS")) {
            return;
        }
        switch (line.first()) {
            case 'v' -> version(line);
            case 'T' -> title(line);
            case 'i' -> counts(line);
            case 'k', 'n' -> sizes(line);
            case 'g' -> mesh(line);
            case 'U', 'J' -> hubbard(line);
            case 'D' -> dispersion(line);
            default -> {}
        }
        if (line.contains("=")) {
            tags(line.text());
        }
    }

    private void version(Line line) {
        if (line.begins("vasp.")) {
            settings.version(line.word(0).substring("vasp.".length()));
        }
    }

    private void title(Line line) {
        if (line.begins("TITEL")) {
            settings.potential(line.textAfter("="));
        }
    }

    private void counts(Line line) {
        if (line.begins("ions per type")) {
            List<Double> counts = NumberWords.leading(line.textAfter("="));
            settings.counts(counts.stream().map(Double::intValue).toList());
        }
    }

    private void sizes(Line line) {
        for (String name : List.of("NKPTS", "NIONS")) {
            if (line.contains(name + " =")) {
                settings.put(name, line.textAfter(name + " ="));
            }
        }
    }

    private void mesh(Line line) {
        if (line.begins("generate k-points for:")) {
            settings.mesh(line.textAfter(":").replaceAll("\\s+", "x"));
        }
    }

    private void hubbard(Line line) {
        for (String name : List.of("LDAUU", "LDAUJ")) {
            if (line.contains(name + " =")) {
                settings.put(name, line.textAfter(name + " ="));
            }
        }
    }

    private void dispersion(Line line) {
        if (line.begins("DFTD3")) {
            settings.put("DFTD3", line.text());
        }
    }

    /// A line of an INCAR, where ! and # begin comments.
    void incar(String line) {
        tags(line.replaceFirst("[!#].*", ""));
    }

    private void tags(String text) {
        for (String part : text.split(";")) {
            Matcher tag = TAG.matcher(part.strip());
            if (tag.matches()) {
                tag(tag.group(1), tag.group(2).strip());
            }
        }
        if (text.strip().startsWith("ZVAL")) {
            settings.valences(NumberWords.leading(settings.text("ZVAL")));
        }
    }

    /// POTCARs say LEXCH as letters, VASP settles on a number for it.
    private void tag(String name, String value) {
        boolean letters = name.equals("LEXCH") && !value.matches("\\d+\\b.*");
        settings.put(letters ? "POTCAR LEXCH" : name, letters ? value.toUpperCase(Locale.ROOT) : value);
    }
}
