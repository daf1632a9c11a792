package cairn.codes.output.vasp;

import cairn.codes.output.vasp.settings.NumberWords;
import cairn.codes.output.vasp.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Fills [Settings] from the elements of a vasprun.xml before its first calculation: `generator`, `incar`, `kpoints`,
/// `parameters` (what VASP settled on) and `atominfo`.
final class VasprunHead {
    /// Where GGA is not set the potentials decide, whose kind of functional their titles tell.
    private static final Map<String, String> FUNCTIONAL_OF_TITLE =
            Map.of("PAW_PBE", "PE", "PAW_GGA", "91", "PAW", "CA");

    private final Settings settings;
    private final XmlCursor xml;

    VasprunHead(Settings settings, XmlCursor xml) {
        this.settings = settings;
        this.xml = xml;
    }

    /// Whether the element entered is one of these; then it was left.
    boolean takes() {
        switch (xml.element()) {
            case "generator" -> generator();
            case "incar", "parameters" -> tags();
            case "kpoints" -> points();
            case "atominfo" -> atoms();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void generator() {
        while (xml.child()) {
            boolean version = xml.name().equals("version");
            String text = xml.text();
            if (version) {
                settings.version(text);
            }
        }
    }

    private void tags() {
        while (xml.child()) {
            if (xml.isCalled("separator")) {
                separator();
            } else {
                String name = xml.name();
                tag(name, xml.text());
            }
        }
    }

    /// The last one, of response functions, has tags of its own by names that others have, such as NELM.
    private void separator() {
        if (xml.name().equals("response functions")) {
            xml.skip();
        } else {
            tags();
        }
    }

    private void tag(String name, String value) {
        switch (name) {
            case "ENMAX" -> settings.put("ENCUT", value);
            case "LDAUU", "LDAUJ" -> hubbard(name, value);
            default -> settings.put(name, value);
        }
    }

    /// Among the parameters VASP 5 writes the first number of the list only.
    private void hubbard(String name, String value) {
        boolean longer =
                NumberWords.leading(value).size() > settings.numbers(name).size();
        if (settings.isSet("LDAU") && longer) {
            settings.put(name, value);
        }
    }

    private void points() {
        while (xml.child()) {
            switch (xml.element()) {
                case "generation" -> mesh();
                case "varray" -> list();
                default -> xml.skip();
            }
        }
    }

    private void mesh() {
        while (xml.child()) {
            boolean divisions = xml.name().equals("divisions");
            String text = xml.text();
            if (divisions) {
                settings.mesh(text.strip().replaceAll("\\s+", "x"));
            }
        }
    }

    private void list() {
        boolean counted = xml.name().equals("kpointlist");
        int count = 0;
        while (xml.child()) {
            xml.skip();
            count++;
        }
        if (counted) {
            settings.put("NKPTS", String.valueOf(count));
        }
    }

    private void atoms() {
        while (xml.child()) {
            if (xml.isCalled("atoms")) {
                settings.put("NIONS", xml.text());
            } else if (xml.name().equals("atomtypes")) {
                kinds();
            } else {
                xml.skip();
            }
        }
    }

    private void kinds() {
        List<Integer> counts = new ArrayList<>();
        List<Double> valences = new ArrayList<>();
        while (xml.child()) {
            if (!xml.isCalled("set")) {
                xml.skip();
                continue;
            }
            while (xml.child()) {
                List<String> row = row();
                counts.add((int) number(row.get(0)));
                valences.add(number(row.get(3)));
                potential(row.get(4));
            }
        }
        settings.counts(counts);
        settings.valences(valences);
    }

    private void potential(String title) {
        settings.potential(title);
        String kind = title.strip().split("\\s+")[0];
        settings.put("POTCAR LEXCH", FUNCTIONAL_OF_TITLE.getOrDefault(kind, ""));
    }

    /// Atoms per type, element, mass, valence, potential.
    private List<String> row() {
        List<String> cells = new ArrayList<>();
        while (xml.child()) {
            cells.add(xml.text());
        }
        while (cells.size() < 5) {
            cells.add("");
        }
        return cells;
    }

    private static double number(String text) {
        return NumberWords.leading(text).stream().findFirst().orElse(0.0);
    }
}
