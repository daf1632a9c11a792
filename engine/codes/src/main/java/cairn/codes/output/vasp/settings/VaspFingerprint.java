package cairn.codes.output.vasp.settings;

import cairn.codes.output.Fingerprint;
import cairn.structure.Element;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The fingerprint that [Settings] have. The tags' values are those of VASP's wiki, pages GGA, METAGGA, IVDW, ISMEAR.
public final class VaspFingerprint {
    private static final Map<String, String> GRADIENT_CORRECTED = Map.ofEntries(
            Map.entry("PE", "PBE"),
            Map.entry("PS", "PBEsol"),
            Map.entry("RP", "RPBE"),
            Map.entry("RE", "revPBE"),
            Map.entry("91", "PW91"),
            Map.entry("AM", "AM05"),
            Map.entry("OR", "optPBE"),
            Map.entry("BO", "optB88"),
            Map.entry("MK", "optB86b"),
            Map.entry("ML", "PW86R"),
            Map.entry("BF", "BEEF"),
            Map.entry("CA", "LDA"));
    private static final Map<Integer, String> DISPERSION = Map.ofEntries(
            Map.entry(1, "D2"),
            Map.entry(10, "D2"),
            Map.entry(11, "D3"),
            Map.entry(12, "D3 with Becke-Johnson damping"),
            Map.entry(13, "D4"),
            Map.entry(2, "Tkatchenko-Scheffler"),
            Map.entry(20, "Tkatchenko-Scheffler"),
            Map.entry(21, "Tkatchenko-Scheffler, iterative Hirshfeld"),
            Map.entry(202, "many-body dispersion"),
            Map.entry(4, "dDsC"));

    private final Settings settings;

    private VaspFingerprint(Settings settings) {
        this.settings = settings;
    }

    public static Fingerprint of(Settings settings) {
        return new VaspFingerprint(settings).fingerprint();
    }

    private Fingerprint fingerprint() {
        Map<Fingerprint.Key, String> said = new EnumMap<>(Fingerprint.Key.class);
        said.put(Fingerprint.Key.CODE, "VASP");
        said.put(Fingerprint.Key.VERSION, settings.version());
        said.put(Fingerprint.Key.FUNCTIONAL, functional());
        said.put(Fingerprint.Key.POTENTIALS, potentials());
        said.put(Fingerprint.Key.CUTOFF_EV, number(settings.number("ENCUT")));
        said.put(Fingerprint.Key.K_POINTS, points());
        said.put(Fingerprint.Key.SMEARING, smearing());
        said.put(
                Fingerprint.Key.SMEARING_EV,
                settings.integer("ISMEAR", 0) > -4 ? number(settings.number("SIGMA")) : "");
        said.put(Fingerprint.Key.SPIN, spin());
        said.put(Fingerprint.Key.HUBBARD_U_EV, hubbard());
        said.put(Fingerprint.Key.DISPERSION, dispersion());
        said.put(Fingerprint.Key.CHARGE, number(settings.charge()));
        said.values().removeIf(String::isEmpty);
        return Fingerprint.of(said);
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "" : NumberWords.shortly(number);
    }

    private String functional() {
        String meta = settings.text("METAGGA").toUpperCase(Locale.ROOT);
        boolean none = meta.isEmpty() || meta.startsWith("F") || meta.startsWith("-") || meta.startsWith("NONE");
        String base = none ? gradientCorrected() : meta.split("\\s")[0];
        return settings.isSet("LHFCALC") ? base + exactExchange() : base;
    }

    /// GGA is `--` where the potentials decide, each of which names its own as LEXCH.
    private String gradientCorrected() {
        String[] words = settings.text("GGA").toUpperCase(Locale.ROOT).split("\\s+");
        String tag = words[0].isEmpty() || words[0].startsWith("-") ? settings.text("POTCAR LEXCH") : words[0];
        return GRADIENT_CORRECTED.getOrDefault(tag, tag);
    }

    private String exactExchange() {
        double screening = settings.number("HFSCREEN");
        String share = " with " + number(settings.number("AEXX")) + " of exact exchange";
        return Double.isNaN(screening) || screening == 0
                ? share
                : share + " screened at " + number(screening) + "/Angstrom";
    }

    private String potentials() {
        return String.join(
                ", ", settings.potentials().stream().map(this::withElement).toList());
    }

    private String withElement(String potential) {
        return Settings.element(potential).map(Element::symbol).orElse("?") + ":" + potential;
    }

    private String points() {
        int count = settings.integer("NKPTS", 0);
        return !settings.mesh().isEmpty() ? settings.mesh() : count > 0 ? count + " points" : "";
    }

    private String smearing() {
        if (settings.text("ISMEAR").isEmpty()) {
            return "";
        }
        int kind = settings.integer("ISMEAR", 0);
        return switch (kind) {
            case -5 -> "tetrahedra with Bloechl's correction";
            case -4 -> "tetrahedra";
            case -1 -> "Fermi-Dirac";
            case 0 -> "Gaussian";
            default -> kind > 0 ? "Methfessel-Paxton of order " + kind : "ISMEAR = " + kind;
        };
    }

    private String spin() {
        if (settings.isSet("LSORBIT")) {
            return "spin-orbit";
        }
        return settings.isSet("LNONCOLLINEAR")
                ? "non-collinear"
                : switch (settings.integer("ISPIN", 0)) {
                    case 1 -> "none";
                    case 2 -> "collinear";
                    default -> "";
                };
    }

    /// U - J of each kind of atom; nothing without LDAU.
    private String hubbard() {
        List<Double> u = settings.numbers("LDAUU");
        List<Double> j = settings.numbers("LDAUJ");
        List<String> each = new ArrayList<>();
        for (int kind = 0; kind < u.size() && kind < settings.potentials().size(); kind++) {
            double effective = u.get(kind) - (kind < j.size() ? j.get(kind) : 0);
            String element = Settings.element(settings.potentials().get(kind))
                    .map(Element::symbol)
                    .orElse("?");
            each.add(element + ":" + number(effective));
        }
        return String.join(", ", each);
    }

    private String dispersion() {
        if (settings.isSet("LUSE_VDW")) {
            return "vdW-DF";
        }
        int kind = settings.integer("IVDW", 0);
        if (kind == 0) {
            // VASP 5 does not repeat INCAR in OUTCAR.
            return settings.text("DFTD3").isEmpty() ? "" : "D3 of a kind that is not said";
        }
        return DISPERSION.getOrDefault(kind, "IVDW = " + kind);
    }
}
