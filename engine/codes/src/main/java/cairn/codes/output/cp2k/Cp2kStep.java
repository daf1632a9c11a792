package cairn.codes.output.cp2k;

import cairn.codes.output.Energies;
import cairn.codes.output.Line;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.structure.Forces;
import cairn.structure.Stress;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What CP2K says of one set of positions.
///
///     "Electronic entropic energy:" number                      with smearing: -TS
///     "Integrated spin density:" number                         with UKS, in some versions
///     "# Total charge and spin" alpha beta charge moment        with UKS, from the print level MEDIUM on
///     "ENERGY| Total FORCE_EVAL ( QS ) energy [a.u.]:" number   or "[hartree]"; "(a.u.)" until 7
///     "ATOMIC FORCES in [a.u.]", atom kind symbol x y z, "SUM OF ATOMIC FORCES"
///     "FORCES| Atomic forces [hartree/bohr]", "FORCES|" atom x y z size, "FORCES| Sum"     since 2024
///     "STRESS| ... stress tensor [GPa]" or "[bar]", "STRESS|" x y z rows
///     "STRESS TENSOR [GPa]", rows X Y Z                         until 7
///
/// The total energy has the entropy term in it, so it is the one that the forces belong to.
final class Cp2kStep {
    private static final int NO_ROW = 3;

    private final SaidStructure structure;
    private final double[] four = new double[4];

    private double energy = Double.NaN;
    private double firstEnergy = Double.NaN;
    private double entropy;
    private double moment = Double.NaN;
    private int iterations;
    private boolean garbled;
    private boolean inForces;
    private double[] forces = {};
    private int atoms;
    private double[] stress = {};
    private int stressRow = NO_ROW;
    private double stressUnit;

    Cp2kStep(SaidStructure structure) {
        this.structure = structure;
    }

    void take(Line line) {
        if (inForces) {
            force(line);
            return;
        }
        if (stressRow < NO_ROW) {
            stressRow(line);
            return;
        }
        switch (line.first()) {
            case 'E' -> energy(line);
            case 'I' -> spin(line);
            case 'A' -> forcesBegin(line, "ATOMIC FORCES in [a.u.]");
            case 'F' -> forcesBegin(line, "FORCES| Atomic forces [hartree/bohr]");
            case 'S' -> stressBegin(line);
            case '#' -> populations(line);
            default -> iteration(line);
        }
    }

    private void energy(Line line) {
        if (line.begins("ENERGY| Total FORCE_EVAL")) {
            energy = Hartree.ENERGY * line.numberAfter(line.contains("]") ? "]" : "energy (a.u.)");
            firstEnergy = Double.isNaN(firstEnergy) ? energy : firstEnergy;
            garbled |= !Double.isFinite(energy);
        } else if (line.begins("Electronic entropic energy:")) {
            entropy = Hartree.ENERGY * line.numberAfter(":");
            garbled |= !Double.isFinite(entropy);
        }
    }

    private void spin(Line line) {
        if (line.begins("Integrated spin density:")) {
            moment = line.numberAfter(":");
            garbled |= !Double.isFinite(moment);
        }
    }

    /// The sum that Mulliken's analysis ends with: the populations of both spins, charge, and moment.
    private void populations(Line line) {
        String words = "# Total charge and spin";
        if (line.begins(words) && line.numbers(line.indexOf(words) + words.length(), four) == 4) {
            moment = four[3];
        }
    }

    private void iteration(Line line) {
        boolean isRow = line.first() >= '0' && line.first() <= '9' && (line.contains("E+") || line.contains("E-"));
        if (isRow) {
            double count = line.numberFrom(line.indent());
            iterations = count == iterations + 1 ? iterations + 1 : count == 1 ? 1 : iterations;
        }
    }

    private void forcesBegin(Line line, String words) {
        if (line.begins(words)) {
            inForces = true;
            atoms = 0;
            forces = new double[30];
        }
    }

    private void force(Line line) {
        if (line.begins("SUM OF ATOMIC FORCES") || line.begins("FORCES| Sum")) {
            inForces = false;
            forces = Arrays.copyOf(forces, 3 * atoms);
            return;
        }
        if (line.isBlank() || line.begins("#") || (line.begins("FORCES|") && line.contains("Atom "))) {
            return;
        }
        int column = line.begins("FORCES|") ? column(line, 2) : column(line, 3);
        if (line.numbers(column, four) < 3) {
            garbled = true;
            return;
        }
        if (3 * atoms + 3 > forces.length) {
            forces = Arrays.copyOf(forces, 2 * forces.length);
        }
        for (int axis = 0; axis < 3; axis++) {
            forces[3 * atoms + axis] = Hartree.FORCE * four[axis];
        }
        atoms++;
    }

    /// Where the words after the first so many begin.
    private static int column(Line line, int words) {
        String text = line.text();
        int column = line.indent();
        for (int word = 0; word < words; word++) {
            column += line.word(word).length();
            column += text.length()
                    - column
                    - text.substring(column).stripLeading().length();
        }
        return column;
    }

    private void stressBegin(Line line) {
        boolean now = line.begins("STRESS|") && line.contains("stress tensor [") && !line.contains("igen");
        if (now || line.begins("STRESS TENSOR [")) {
            stressUnit = line.contains("[bar]") ? 1e-4 * Hartree.GPA : Hartree.GPA;
            stressRow = 0;
            stress = new double[9];
        }
    }

    /// The heading of the columns comes first.
    private void stressRow(Line line) {
        String name = line.begins("STRESS|") ? line.word(1) : line.word(0);
        if (line.isBlank() || !name.equalsIgnoreCase(String.valueOf((char) ('x' + stressRow)))) {
            return;
        }
        int column = column(line, line.begins("STRESS|") ? 2 : 1);
        int count = line.numbers(column, four);
        if (count < 3) {
            garbled |= count > 0;
            return;
        }
        for (int axis = 0; axis < 3; axis++) {
            stress[3 * stressRow + axis] = -stressUnit * four[axis];
        }
        stressRow++;
    }

    /// The one before the last positions of an optimization are evaluated once more, eV.
    double firstEnergy() {
        return firstEnergy;
    }

    boolean isGarbled() {
        return garbled;
    }

    boolean hasEnergy() {
        return !Double.isNaN(energy);
    }

    /// Empty as long as there is no energy, or a part of it is not whole.
    ///
    /// @param beside the forces of this step in a file beside the output, for when it has none itself
    Optional<Step> finished(SaidForces beside) {
        boolean whole = hasEnergy() && !garbled && !inForces && stressRow == NO_ROW;
        return whole
                ? Optional.of(new Step(
                        energies(),
                        forces.length == 0 ? beside : new SaidForces.Given(Forces.of(forces)),
                        saidStress(),
                        structure,
                        Double.isNaN(moment) ? new SaidMoment.NotGiven() : new SaidMoment.Given(moment),
                        iterations))
                : Optional.empty();
    }

    private Energies energies() {
        Map<Energies.Kind, Double> ev = new EnumMap<>(Energies.Kind.class);
        ev.put(Energies.Kind.FREE, energy);
        if (entropy != 0) {
            ev.put(Energies.Kind.WITHOUT_ENTROPY, energy - entropy);
            // CP2K smears after Fermi and Dirac, where the limit of no smearing is half way.
            ev.put(Energies.Kind.SIGMA_ZERO, energy - entropy / 2);
        }
        return new Energies(ev);
    }

    private Stress saidStress() {
        return stress.length == 0
                ? new Stress.NotGiven()
                : new Stress.Tensor(
                        stress[0],
                        stress[4],
                        stress[8],
                        (stress[5] + stress[7]) / 2,
                        (stress[2] + stress[6]) / 2,
                        (stress[1] + stress[3]) / 2);
    }
}
