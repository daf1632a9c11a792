package cairn.codes.correction;

import java.util.Arrays;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// For which calculations a correction is.
enum Case {
    ANY,
    /// Occupations are fixed: right for an insulator, and for nothing else.
    FIXED,
    /// Occupations are smeared: it may be a metal.
    SMEARED,
    /// CP2K's orbital transformation instead of a diagonalisation.
    OT,
    /// A diagonalisation, with or without smearing.
    DIAGONALIZED;

    private static final SettingKey SMEARING = new SettingKey("smearing");
    private static final SettingKey OT_SECTION = new SettingKey("cp2k.force_eval.dft.scf.ot");

    static Case of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no case " + word));
    }

    boolean holds(ObjectNode settings) {
        return switch (this) {
            case ANY -> true;
            case FIXED -> smearing(settings).equals("none");
            case SMEARED -> !smearing(settings).equals("none");
            case OT -> OT_SECTION.in(settings).isPresent();
            case DIAGONALIZED -> OT_SECTION.in(settings).isEmpty();
        };
    }

    private static String smearing(ObjectNode settings) {
        return SMEARING.in(settings).map(value -> value.asString("none")).orElse("none");
    }
}
