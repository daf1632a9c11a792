package cairn.codes.output.gpaw;

import cairn.codes.output.Fingerprint;
import cairn.codes.output.Line;
import cairn.codes.output.Output;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What GPAW set up, by the lines before the first positions:
///
///     version  := "|__ |  _|___|_____|" word                the last but one line of the banner
///     setup    := "  " symbol ":", ..., "    id:" hash      one for each species
///     basis    := "    #   Name:" word                      of LCAO
///     mesh     := int "k-points:" int "x" int "x" int ... | int "k-point"
///     waves    := "Wave functions:" ("Plane wave expansion" | "LCAO" | "Uniform real-space grid")
///     cutoff   := "  Cutoff energy:" number "eV"
///     smearing := "Occupation numbers:" name ":", "  width:" number
///     charge   := "  Total Charge:" number
///     xc       := "XC parameters:" name "with" ...
///     hubbard  := "  setups:" ...                           among the input parameters
final class GpawHead {
    static final String BANNER = "|__ |  _|___|_____|";

    private final Map<Fingerprint.Key, String> said = new EnumMap<>(Fingerprint.Key.class);
    private final List<String> setups = new ArrayList<>();
    private String version = Output.UNKNOWN_VERSION;
    private String species = "";

    void take(Line line) {
        switch (line.first()) {
            case '|' -> version(line);
            case 'i' -> setup(line);
            case '#' -> basis(line);
            case 'W' -> waves(line);
            case 'C' -> cutoff(line);
            case 'O' -> smearing(line);
            case 'w' -> width(line);
            case 'T' -> charge(line);
            case 'X' -> functional(line);
            case 'S' -> spin(line);
            case 's' -> hubbard(line);
            default -> mesh(line);
        }
        if (line.indent() == 2 && line.length() > 3 && line.text().endsWith(":")) {
            species = line.word(0).replace(":", "");
        }
    }

    private void version(Line line) {
        if (line.begins(BANNER)) {
            version = line.textAfter(BANNER);
        }
    }

    private void setup(Line line) {
        if (line.begins("id:") && !species.isEmpty()) {
            setups.add(species + ":" + line.word(1));
        }
    }

    private void basis(Line line) {
        if (line.begins("#   Name:")) {
            said.put(Fingerprint.Key.BASIS, "LCAO " + line.textAfter("Name:"));
        }
    }

    private void waves(Line line) {
        if (line.begins("Wave functions: LCAO")) {
            said.putIfAbsent(Fingerprint.Key.BASIS, "LCAO");
        } else if (line.begins("Wave functions: Uniform")) {
            said.put(Fingerprint.Key.BASIS, "real-space grid");
        } else if (line.begins("Wave functions: Plane")) {
            said.put(Fingerprint.Key.BASIS, "plane waves");
        }
    }

    private void cutoff(Line line) {
        if (line.begins("Cutoff energy:")) {
            said.put(Fingerprint.Key.CUTOFF_EV, shortly(line.word(2)));
        } else if (line.begins("Coarse grid:") && "real-space grid".equals(said.get(Fingerprint.Key.BASIS))) {
            said.put(Fingerprint.Key.BASIS, "real-space grid of " + line.word(2).replace('*', 'x'));
        }
    }

    private void smearing(Line line) {
        if (line.begins("Occupation numbers:")) {
            said.put(Fingerprint.Key.SMEARING, line.textAfter("numbers:").replaceFirst(":$", ""));
        }
    }

    private void width(Line line) {
        if (line.begins("width:") && said.containsKey(Fingerprint.Key.SMEARING)) {
            said.put(Fingerprint.Key.SMEARING_EV, shortly(line.word(1)));
        }
    }

    private void charge(Line line) {
        if (line.begins("Total Charge:")) {
            said.put(Fingerprint.Key.CHARGE, shortly(line.word(2)));
        }
    }

    private void functional(Line line) {
        if (line.begins("XC parameters:")) {
            said.put(Fingerprint.Key.FUNCTIONAL, line.textAfter("parameters:").replaceFirst(" with .*", ""));
        }
    }

    private void spin(Line line) {
        if (line.begins("Spin-paired")) {
            said.put(Fingerprint.Key.SPIN, "none");
        } else if (line.begins("Spin-polarized")) {
            said.put(Fingerprint.Key.SPIN, "collinear");
        }
    }

    private void hubbard(Line line) {
        if (line.begins("setups:") && (line.contains(":d,") || line.contains(":p,") || line.contains(":f,"))) {
            said.put(Fingerprint.Key.HUBBARD_U_EV, line.textAfter("setups:"));
        }
    }

    private void mesh(Line line) {
        if (Character.isDigit(line.first())
                && line.contains("k-point")
                && !line.contains("irreducible")
                && line.indent() == 0
                && !said.containsKey(Fingerprint.Key.K_POINTS)) {
            said.put(Fingerprint.Key.K_POINTS, mesh(line.text()));
        }
    }

    private static String mesh(String text) {
        return text.matches("\\d+ k-points: \\d+ x \\d+ x \\d+ .*")
                ? text.replaceFirst(".*?: ", "")
                        .replaceFirst(" Monkhorst-Pack grid", "")
                        .replace(" x ", "x")
                : text.replaceFirst("k-points?:?", "points");
    }

    private static String shortly(String number) {
        return number.contains(".") ? number.replaceFirst("\\.?0+$", "") : number;
    }

    String version() {
        return version;
    }

    Fingerprint fingerprint() {
        Map<Fingerprint.Key, String> all = new EnumMap<>(said);
        all.put(Fingerprint.Key.CODE, "GPAW");
        all.put(Fingerprint.Key.VERSION, version);
        if (!setups.isEmpty()) {
            all.put(Fingerprint.Key.POTENTIALS, String.join(", ", setups));
        }
        return Fingerprint.of(all);
    }
}
