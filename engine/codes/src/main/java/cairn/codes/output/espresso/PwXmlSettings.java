package cairn.codes.output.espresso;

import cairn.codes.output.Fingerprint;
import cairn.codes.output.Line;
import cairn.codes.output.XmlReader;
import cairn.structure.Units;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// The settings in the XML of pw.x, the same as those in its text where both have them.
final class PwXmlSettings {
    private final Map<Fingerprint.Key, String> said = new EnumMap<>(Fingerprint.Key.class);
    private final TreeSet<String> potentials = new TreeSet<>();
    private String species = "";
    private String smearing = "";

    PwXmlSettings() {
        said.put(Fingerprint.Key.CODE, "pw.x");
        said.put(Fingerprint.Key.SPIN, "none");
        said.put(Fingerprint.Key.DISPERSION, "none");
    }

    void opened(XmlReader xml) {
        switch (xml.name()) {
            case "functional" -> said.put(Fingerprint.Key.FUNCTIONAL, word(xml));
            case "species" -> species = xml.attribute("name").orElse("");
            case "pseudo_file" -> potentials.add(species + ":" + word(xml));
            case "ecutwfc" -> ev(Fingerprint.Key.CUTOFF_EV, xml);
            case "ecutrho" -> ev(Fingerprint.Key.DENSITY_CUTOFF_EV, xml);
            case "tot_charge" ->
                said.put(Fingerprint.Key.CHARGE, decimals(xml.text().numberFrom(0)));
            case "smearing" -> smearing(xml);
            case "occupations" -> occupations(xml);
            case "monkhorst_pack" -> mesh(xml);
            case "lsda" -> spin(xml, "collinear");
            case "noncolin" -> spin(xml, "noncollinear");
            case "vdw_corr" -> said.put(Fingerprint.Key.DISPERSION, word(xml));
            default -> {}
        }
    }

    private void smearing(XmlReader xml) {
        double width = xml.attribute("degauss")
                .map(text -> Line.of(text).numberFrom(0))
                .orElse(Double.NaN);
        smearing = word(xml).toLowerCase(Locale.ROOT);
        said.put(Fingerprint.Key.SMEARING, smearing);
        if (Double.isFinite(width)) {
            said.put(Fingerprint.Key.SMEARING_EV, decimals(Units.EV_PER_HARTREE * width));
        }
    }

    /// A list of numbers by the same name stands beside each k-point.
    private void occupations(XmlReader xml) {
        if (word(xml).equals("fixed")) {
            said.put(Fingerprint.Key.SMEARING, "none");
        }
    }

    private void mesh(XmlReader xml) {
        said.put(
                Fingerprint.Key.K_POINTS,
                "%s %s %s shifted by %s %s %s"
                        .formatted(
                                xml.attribute("nk1").orElse(""),
                                xml.attribute("nk2").orElse(""),
                                xml.attribute("nk3").orElse(""),
                                xml.attribute("k1").orElse(""),
                                xml.attribute("k2").orElse(""),
                                xml.attribute("k3").orElse("")));
    }

    private void spin(XmlReader xml, String kind) {
        if (word(xml).equals("true")) {
            said.put(Fingerprint.Key.SPIN, kind);
        }
    }

    private void ev(Fingerprint.Key key, XmlReader xml) {
        said.put(key, decimals(Units.EV_PER_HARTREE * xml.text().numberFrom(0)));
    }

    private static String word(XmlReader xml) {
        return xml.text().text().strip();
    }

    boolean hasSpin() {
        return !"none".equals(said.get(Fingerprint.Key.SPIN));
    }

    /// In the words of pw.x, in small letters.
    String smearing() {
        return smearing;
    }

    Fingerprint fingerprint(String version) {
        Map<Fingerprint.Key, String> all = new EnumMap<>(said);
        all.put(Fingerprint.Key.VERSION, version);
        if (!potentials.isEmpty()) {
            all.put(Fingerprint.Key.POTENTIALS, String.join(", ", potentials));
        }
        return Fingerprint.of(all);
    }

    private static String decimals(double number) {
        String text =
                String.format(Locale.ROOT, "%.4f", number).replaceAll("0+$", "").replaceAll("\\.$", "");
        return text.equals("-0") ? "0" : text;
    }
}
