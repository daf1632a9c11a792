package cairn.codes.bands.cp2k;

import cairn.codes.bands.TextLines;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last whole frame of `PROJECT-pos-Replica_nr_N-1.xyz`:
///
///     atoms
///     " i =" step ", E =" energy        Hartree
///     element x y z                     Angstrom
///
/// CP2K 2023.1 was read for this. Energy in eV.
record ReplicaFile(int step, double energyHartree, List<Element> species, Positions positions) {
    private static final Pattern TITLE = Pattern.compile("\\s*i =\\s*(\\d+),.*E =\\s*(\\S+?),?(?:\\s.*)?");

    ReplicaFile {
        species = List.copyOf(species);
    }

    double energyEv() {
        return energyHartree * Units.EV_PER_HARTREE;
    }

    static ReplicaFile parse(String file, List<String> text) {
        TextLines lines = new TextLines(file, text);
        int atoms = lines.count(lines.takeWords(1, "the number of atoms")[0]);
        int whole = text.size() / (atoms + 2);
        if (whole == 0) {
            throw lines.problem("there is no whole frame", "give the whole file");
        }
        int start = (whole - 1) * (atoms + 2);
        return frame(file, text.subList(start, start + atoms + 2), atoms);
    }

    private static ReplicaFile frame(String file, List<String> text, int atoms) {
        TextLines lines = new TextLines(file, text);
        lines.take("the number of atoms");
        Matcher title = TITLE.matcher(lines.take("step and energy"));
        if (!title.matches()) {
            throw lines.problem("the frame does not say step and energy", "give the file as CP2K wrote it");
        }
        List<Element> species = new ArrayList<>();
        double[] positions = new double[3 * atoms];
        for (int atom = 0; atom < atoms; atom++) {
            String[] words = lines.takeWords(4, "an atom");
            species.add(element(words[0], lines));
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = lines.number(words[1 + axis]);
            }
        }
        int step = Integer.parseInt(title.group(1));
        return new ReplicaFile(step, lines.number(title.group(2)), species, Positions.of(positions));
    }

    /// A kind may be called after its element with something behind it, as in Fe1.
    private static Element element(String kind, TextLines lines) {
        return Element.ofSymbol(kind)
                .or(() -> Element.ofSymbol(kind.replaceFirst("^([A-Z][a-z]?).*", "$1")))
                .or(() -> Element.ofSymbol(kind.substring(0, 1)))
                .orElseThrow(() -> lines.problem("'" + kind + "' is no element", "name kinds after their element"));
    }
}
