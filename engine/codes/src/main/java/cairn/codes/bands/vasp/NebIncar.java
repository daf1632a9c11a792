package cairn.codes.bands.vasp;

import cairn.codes.bands.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The tags of an INCAR that say something of a band: `NAME = value`, several on a line divided by semicolons, comments
/// after ! or #. `EFIRST` and `ELAST` are the energies of the endpoints (eV), `LCLIMB` whether an image climbs.
final class NebIncar {
    private final OptionalDouble first;
    private final OptionalDouble last;
    private final String climbs;

    NebIncar(OptionalDouble first, OptionalDouble last, String climbs) {
        this.first = first;
        this.last = last;
        this.climbs = climbs;
    }

    static NebIncar of(List<String> lines) {
        return new NebIncar(
                number(lines, "EFIRST"),
                number(lines, "ELAST"),
                word(lines, "LCLIMB").orElse(""));
    }

    private static OptionalDouble number(List<String> lines, String tag) {
        double number = Numbers.of(word(lines, tag).orElse(""));
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private static Optional<String> word(List<String> lines, String tag) {
        return lines.stream()
                .map(line -> line.replaceFirst("[!#].*", ""))
                .flatMap(line -> List.of(line.split(";")).stream())
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2
                        && part[0].strip().toUpperCase(Locale.ROOT).equals(tag))
                .map(part -> part[1].strip().split("\\s+")[0])
                .findFirst();
    }

    OptionalDouble first() {
        return first;
    }

    OptionalDouble last() {
        return last;
    }

    /// Whether an image climbs, if it is said.
    Optional<Boolean> climbs() {
        String letters = climbs.toUpperCase(Locale.ROOT).replaceFirst("^\\.", "");
        return letters.startsWith("T")
                ? Optional.of(true)
                : letters.startsWith("F") ? Optional.of(false) : Optional.empty();
    }
}
