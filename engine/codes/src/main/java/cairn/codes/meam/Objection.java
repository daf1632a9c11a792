package cairn.codes.meam;

import cairn.codes.CodeError;
import cairn.structure.Element;
import java.util.Locale;

/// Why the potential cannot treat a structure.
final class Objection {
    /// In Angstrom: less than half of any distance at which the potential was fitted.
    static final double CLOSEST = 1.0;

    private Objection() {}

    static CodeError unknownElement(Element element) {
        return new CodeError(
                "meam-lisi/unknown-element",
                "the structure contains " + element.symbol() + ", but " + MeamLiSi.NAME + " knows only Li and Si",
                "choose a code that has " + element.symbol());
    }

    /// @param distance in Angstrom
    static CodeError overlap(double distance) {
        return new CodeError(
                "meam-lisi/overlapping-atoms",
                String.format(
                        Locale.ROOT,
                        "two atoms are only %.2f Angstrom apart; below %.1f Angstrom the potential means nothing",
                        distance,
                        CLOSEST),
                "check the positions and the cell of the structure");
    }
}
