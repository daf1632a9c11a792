package cairn.codes.output.cp2k;

import cairn.codes.output.Fingerprint;
import cairn.codes.output.Line;
import cairn.codes.output.Output;
import cairn.codes.output.Step.SaidMoment;
import cairn.structure.Units;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The settings in the heading of CP2K; most of them only from the print level MEDIUM on.
final class Cp2kSettings {
    private final Map<Fingerprint.Key, String> said = new EnumMap<>(Fingerprint.Key.class);
    private final TreeSet<String> functionals = new TreeSet<>();
    private final TreeSet<String> bases = new TreeSet<>();
    private final TreeSet<String> potentials = new TreeSet<>();

    private String version = Output.UNKNOWN_VERSION;
    private String input = "";
    private String project = "";
    private String kind = "";
    private final List<Double> electrons = new ArrayList<>();
    private boolean oneCell = true;

    Cp2kSettings() {
        said.put(Fingerprint.Key.CODE, "CP2K");
    }

    void take(Line line) {
        switch (line.first()) {
            case 'C' -> program(line);
            case 'G' -> global(line);
            case 'D' -> dft(line);
            case 'F' -> functional(line);
            case 'Q' -> cutoff(line);
            case 'B' -> mesh(line);
            case 'v' -> dispersion(line);
            case 'O' -> basis(line);
            case 'S', 'E' -> smearing(line);
            case 'N' -> electrons(line);
            case 'M' -> dynamics(line);
            default -> kind(line);
        }
    }

    private void program(Line line) {
        if (line.begins("CP2K| version string:")) {
            version = line.textAfter("CP2K version");
            said.put(Fingerprint.Key.VERSION, version);
        } else if (line.begins("CP2K| Input file name")) {
            input = line.textAfter("Input file name");
        }
    }

    private void global(Line line) {
        if (line.begins("GLOBAL| Project name")) {
            project = line.textAfter("Project name");
        } else if (line.begins("GLOBAL| Run type")) {
            oneCell &= !line.contains("CELL_OPT");
        } else if (line.begins("GTH Potential information for")) {
            potentials.add(kind + ":" + line.textAfter("information for"));
        }
    }

    private void dft(Line line) {
        if (line.begins("DFT| Spin")) {
            said.put(Fingerprint.Key.SPIN, line.contains("unrestricted") ? "collinear" : "none");
        } else if (line.begins("DFT| Charge")) {
            said.put(Fingerprint.Key.CHARGE, line.textAfter("Charge"));
        } else if (line.begins("DFT+U|")) {
            said.put(Fingerprint.Key.HUBBARD_U_EV, line.textAfter("DFT+U|"));
        }
    }

    private void functional(Line line) {
        if (line.begins("FUNCTIONAL|") && line.text().strip().endsWith(":")) {
            functionals.add(line.textAfter("FUNCTIONAL|").replace(":", ""));
        }
    }

    private void cutoff(Line line) {
        if (line.begins("QS| Density cutoff [a.u.]:")) {
            said.put(Fingerprint.Key.DENSITY_CUTOFF_EV, decimals(Hartree.ENERGY * line.numberAfter(":")));
        }
    }

    /// In the block of SCF parameters, which is printed at all levels but SILENT.
    private void smearing(Line line) {
        if (line.begins("SCF PARAMETERS")) {
            said.put(Fingerprint.Key.SMEARING, "none");
        } else if (line.begins("Smear method:")) {
            said.put(Fingerprint.Key.SMEARING, line.textAfter(":"));
        } else if (line.begins("Electronic temperature [K]:")) {
            said.put(Fingerprint.Key.SMEARING_EV, decimals(Units.EV_PER_KELVIN * line.numberAfter(":")));
        }
    }

    /// `Spin 1`, and below it the `Number of electrons:` of that spin.
    private void electrons(Line line) {
        if (line.begins("Number of electrons:") && electrons.size() < 2) {
            electrons.add(line.numberAfter(":"));
        }
    }

    private void dynamics(Line line) {
        boolean ensemble = line.begins("MD_PAR| Ensemble") || line.begins("MD| Ensemble");
        if (ensemble && !line.contains("NVE") && !line.contains("NVT") && !line.contains("LANGEVIN")) {
            oneCell = false;
        }
    }

    /// Whether the cell stays what it was at the beginning.
    boolean hasOneCell() {
        return oneCell;
    }

    /// Of as many electrons of each spin as CP2K started with: it keeps their numbers. NotGiven without spin.
    SaidMoment moment() {
        return electrons.size() == 2
                ? new SaidMoment.Given(electrons.getFirst() - electrons.getLast())
                : new SaidMoment.NotGiven();
    }

    private void mesh(Line line) {
        if (line.begins("BRILLOUIN| K-Point grid") || line.begins("BRILLOUIN| K-point grid")) {
            said.put(Fingerprint.Key.K_POINTS, line.textAfter("grid").replaceAll("\\s+", " "));
        }
    }

    private void dispersion(Line line) {
        if (line.begins("vdW POTENTIAL| ")) {
            said.putIfAbsent(Fingerprint.Key.DISPERSION, line.textAfter("POTENTIAL|"));
        }
    }

    private void basis(Line line) {
        if (line.begins("Orbital Basis Set")) {
            bases.add(kind + ":" + line.textAfter("Orbital Basis Set"));
        }
    }

    /// `1. Atomic kind: Si    Number of atoms:    8`
    private void kind(Line line) {
        int at = line.indexOf("Atomic kind:");
        if (at >= 0) {
            kind = line.textAfter("Atomic kind:").split("\\s+")[0];
        }
    }

    String version() {
        return version;
    }

    String input() {
        return input;
    }

    String project() {
        return project;
    }

    /// What the output says itself goes before what the input beside it says.
    Fingerprint fingerprint(Map<Fingerprint.Key, String> beside) {
        Map<Fingerprint.Key, String> all = new EnumMap<>(Fingerprint.Key.class);
        all.putAll(beside);
        all.putAll(said);
        put(all, Fingerprint.Key.FUNCTIONAL, functionals);
        put(all, Fingerprint.Key.BASIS, bases);
        put(all, Fingerprint.Key.POTENTIALS, potentials);
        return Fingerprint.of(all);
    }

    private static void put(Map<Fingerprint.Key, String> all, Fingerprint.Key key, Set<String> values) {
        if (!values.isEmpty()) {
            all.put(key, String.join(", ", values));
        }
    }

    static String decimals(double number) {
        return String.format(Locale.ROOT, "%.4f", number).replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
