package cairn.codes.output.espresso;

import cairn.codes.output.Fingerprint;
import cairn.codes.output.Line;
import cairn.codes.output.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The settings in the heading of pw.x, in the words of 6.x and 7.x.
final class PwSettings {
    private static final String NONE = "none";

    private final Map<Fingerprint.Key, String> said = new EnumMap<>(Fingerprint.Key.class);
    private final Map<String, String> files = new HashMap<>();
    private final Set<String> hubbard = new TreeSet<>();
    private final List<String> valences = new ArrayList<>();
    private final Map<String, Double> valence = new HashMap<>();

    private String version = Output.UNKNOWN_VERSION;
    private String input = "";
    private String species = "";
    private boolean pathFollows;
    private boolean valencesFollow;
    private double atoms = Double.NaN;
    private double cutoff = Double.NaN;
    private double electrons = Double.NaN;
    private int operations = 1;

    PwSettings() {
        said.put(Fingerprint.Key.CODE, "pw.x");
        said.put(Fingerprint.Key.SPIN, NONE);
        said.put(Fingerprint.Key.DISPERSION, NONE);
    }

    void take(Line line) {
        if (pathFollows) {
            path(line);
            return;
        }
        if (valencesFollow) {
            valence(line);
            return;
        }
        switch (line.first()) {
            case 'P' -> program(line);
            case 'R' -> reading(line);
            case 'n' -> number(line);
            case 'k' -> cutoff(line);
            case 'c' -> densityCutoff(line);
            case 'E' -> functional(line);
            case 'M' -> checksum(line);
            case 'a' -> valencesFollow = line.begins("atomic species   valence");
            case 'D', 'G', 'T', 'X' -> dispersion(line);
            default -> spinOrHubbard(line);
        }
    }

    private void program(Line line) {
        if (line.begins("Program PWSCF")) {
            String word = line.word(2);
            version = word.startsWith("v.") ? word.substring(2) : word;
            said.put(Fingerprint.Key.VERSION, version);
        } else if (line.begins("PseudoPot. #")) {
            species = line.word(4);
            pathFollows = line.contains("read from file");
        } else if (line.begins("Parameters for DFT-D3")) {
            said.put(Fingerprint.Key.DISPERSION, "DFT-D3");
        }
    }

    /// On the same line with older versions.
    private void path(Line line) {
        pathFollows = false;
        Path path = Path.of(line.text().strip());
        files.put(species, path.getNameCount() == 0 ? "" : path.getFileName().toString());
    }

    private void checksum(Line line) {
        if (line.begins("MD5 check sum:")) {
            files.merge(species, line.textAfter("MD5 check sum:"), (file, sum) -> file + " md5 " + sum);
        }
    }

    private void reading(Line line) {
        if (line.begins("Reading input from")) {
            input = line.textAfter("Reading input from");
        }
    }

    private void number(Line line) {
        if (line.begins("number of atoms/cell")) {
            atoms = line.numberAfter("=");
        } else if (line.begins("number of electrons")) {
            electrons = line.numberAfter("=");
        } else if (line.begins("number of k points=")) {
            said.put(
                    Fingerprint.Key.K_POINTS,
                    "%.0f irreducible under %d symmetries".formatted(line.numberAfter("="), operations));
            smearing(line);
        }
    }

    private void smearing(Line line) {
        int at = line.indexOf("smearing, width (Ry)=");
        if (at >= 0) {
            String[] words = line.text().substring(0, at).strip().split("\\s{2,}");
            said.put(Fingerprint.Key.SMEARING, words[words.length - 1]);
            said.put(Fingerprint.Key.SMEARING_EV, decimals(Rydberg.ENERGY * line.numberAfter("(Ry)=")));
        } else {
            said.put(Fingerprint.Key.SMEARING, line.contains("tetrahedron") ? "tetrahedra" : NONE);
        }
    }

    /// `48 Sym. Ops., with inversion, found`
    private void symmetries(Line line) {
        double count = line.contains("Sym. Ops.") || line.contains("Sym.Ops.") ? line.numberFrom(0) : Double.NaN;
        operations = Double.isFinite(count) ? (int) count : operations;
    }

    private void cutoff(Line line) {
        if (line.begins("kinetic-energy cutoff")) {
            cutoff = line.numberAfter("=");
            said.put(Fingerprint.Key.CUTOFF_EV, decimals(Rydberg.ENERGY * cutoff));
        }
    }

    private void densityCutoff(Line line) {
        if (line.begins("charge density cutoff")) {
            said.put(Fingerprint.Key.DENSITY_CUTOFF_EV, decimals(Rydberg.ENERGY * line.numberAfter("=")));
        }
    }

    private void functional(Line line) {
        if (line.begins("Exchange-correlation")) {
            String text = line.textAfter("=");
            int numbers = text.indexOf('(');
            said.put(Fingerprint.Key.FUNCTIONAL, (numbers > 0 ? text.substring(0, numbers) : text).strip());
        }
    }

    private void valence(Line line) {
        double electronsOfIon = line.numberFrom(line.indexOf(line.word(0).isEmpty() ? " " : line.word(0))
                + Math.max(line.word(0).length(), 1));
        if (Double.isNaN(electronsOfIon)) {
            valencesFollow = false;
            return;
        }
        valence.put(line.word(0), electronsOfIon);
    }

    /// The label of each site, for the charge.
    void site(Line line) {
        if (line.contains("tau(") && valences.size() < atoms) {
            valences.add(line.word(1));
        }
    }

    private void dispersion(Line line) {
        if (line.begins("DFT-D3 Dispersion")) {
            said.put(Fingerprint.Key.DISPERSION, "DFT-D3");
        } else if (line.begins("Dispersion Correction") || line.begins("DFT-D2")) {
            said.put(Fingerprint.Key.DISPERSION, "DFT-D2");
        } else if (line.begins("Tkatchenko-Scheffler")) {
            said.put(Fingerprint.Key.DISPERSION, "Tkatchenko-Scheffler");
        } else if (line.begins("XDM")) {
            said.computeIfPresent(Fingerprint.Key.DISPERSION, (_, old) -> old.equals(NONE) ? "XDM" : old);
        }
    }

    private void spinOrHubbard(Line line) {
        switch (line.first()) {
            case 'S' -> spin(line, "Starting magnetic structure", "collinear");
            case 'N' -> spin(line, "Noncollinear calculation", "noncollinear");
            case 'U' -> hubbard(line, "U(");
            case 'H' -> hubbard(line, "Hubbard_U(");
            case '1', '2', '3', '4', '6', '8' -> symmetries(line);
            default -> {}
        }
    }

    private void spin(Line line, String words, String kind) {
        if (line.begins(words) && !"noncollinear".equals(said.get(Fingerprint.Key.SPIN))) {
            said.put(Fingerprint.Key.SPIN, kind);
        }
    }

    private void hubbard(Line line, String start) {
        double value = line.numberAfter("=");
        if (line.begins(start) && Double.isFinite(value)) {
            String whole = line.text().strip();
            hubbard.add(whole.substring(0, whole.indexOf('=')).strip() + "=" + decimals(value));
        }
    }

    void collinear() {
        said.merge(Fingerprint.Key.SPIN, "collinear", (old, now) -> old.equals(NONE) ? now : old);
    }

    /// Where the input tells it.
    void mesh(String mesh) {
        said.put(Fingerprint.Key.K_POINTS, mesh);
    }

    String version() {
        return version;
    }

    /// As pw.x was told it; empty if it read its standard input.
    String input() {
        return input;
    }

    /// Empty if there is none.
    String smearing() {
        return said.containsKey(Fingerprint.Key.SMEARING_EV) ? said.getOrDefault(Fingerprint.Key.SMEARING, "") : "";
    }

    /// NaN as long as the heading has not said it.
    double atoms() {
        return atoms;
    }

    /// Of the wave functions, Rydberg.
    double cutoff() {
        return cutoff;
    }

    Fingerprint fingerprint() {
        Map<Fingerprint.Key, String> all = new EnumMap<>(said);
        if (!files.isEmpty()) {
            all.put(Fingerprint.Key.POTENTIALS, potentials());
        }
        if (!hubbard.isEmpty()) {
            all.put(Fingerprint.Key.HUBBARD_U_EV, String.join(", ", hubbard));
        }
        double charge = charge();
        if (Double.isFinite(charge)) {
            all.put(Fingerprint.Key.CHARGE, decimals(charge));
        }
        return Fingerprint.of(all);
    }

    private String potentials() {
        return files.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private double charge() {
        boolean known = valences.size() == atoms && valence.keySet().containsAll(valences);
        return known ? valences.stream().mapToDouble(valence::get).sum() - electrons : Double.NaN;
    }

    private static String decimals(double number) {
        String text =
                String.format(Locale.ROOT, "%.4f", number).replaceAll("0+$", "").replaceAll("\\.$", "");
        return text.equals("-0") ? "0" : text;
    }
}
