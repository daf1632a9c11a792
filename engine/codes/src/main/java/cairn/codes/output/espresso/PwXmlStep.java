package cairn.codes.output.espresso;

import cairn.codes.output.Energies;
import cairn.codes.output.Line;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.XmlReader;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One set of positions in the XML of pw.x, in Hartree atomic units: `<atomic_structure>` with `<atom>`, `<a1>`,
/// `<a2>`, `<a3>`, then `<etot>`, `<demet>` (-TS), `<forces>`, `<stress>` (positive where the cell wants to expand).
final class PwXmlStep {
    private static final double FORCE = Units.EV_PER_HARTREE / Units.ANGSTROM_PER_BOHR;
    private static final double STRESS = FORCE / (Units.ANGSTROM_PER_BOHR * Units.ANGSTROM_PER_BOHR);

    private final List<Element> species = new ArrayList<>();
    private final double[] cell = new double[9];
    private double[] positions = {};
    private boolean known = true;
    private double energy = Double.NaN;
    private double entropy;
    private double moment = Double.NaN;
    private double[] forces = {};
    private double[] stress = {};
    private int iterations;

    void opened(XmlReader xml) {
        switch (xml.name()) {
            case "atom" -> atom(xml);
            case "a1" -> vector(xml.text(), 0);
            case "a2" -> vector(xml.text(), 1);
            case "a3" -> vector(xml.text(), 2);
            case "etot" -> energy = Units.EV_PER_HARTREE * xml.text().numberFrom(0);
            case "demet" -> entropy = Units.EV_PER_HARTREE * xml.text().numberFrom(0);
            case "forces" -> forces = numbers(xml.text(), 3 * species.size());
            case "stress" -> stress = numbers(xml.text(), 9);
            default -> {}
        }
    }

    private void atom(XmlReader xml) {
        String label = xml.attribute("name").orElse("");
        if (label.isEmpty()) {
            return;
        }
        double[] xyz = numbers(xml.text(), 3);
        int at = positions.length;
        positions = Arrays.copyOf(positions, at + 3);
        for (int axis = 0; axis < 3; axis++) {
            positions[at + axis] = Units.ANGSTROM_PER_BOHR * xyz[axis];
        }
        known &= Labels.element(label).isPresent();
        species.add(Labels.element(label).orElse(new Element(1, "H")));
    }

    private void vector(Line text, int vector) {
        double[] xyz = numbers(text, 3);
        for (int axis = 0; axis < 3; axis++) {
            cell[3 * vector + axis] = Units.ANGSTROM_PER_BOHR * xyz[axis];
        }
    }

    /// NaN in place of what is missing, so that a cut text is not taken for a short one.
    private static double[] numbers(Line text, int count) {
        double[] numbers = new double[count];
        // The texts of arrays go over several lines.
        int read = Line.of(text.text().replace('\n', ' ')).numbers(0, numbers);
        Arrays.fill(numbers, read, count, Double.NaN);
        return numbers;
    }

    void iterations(double read) {
        iterations = Double.isFinite(read) ? (int) read : iterations;
    }

    void moment(double read) {
        moment = read;
    }

    /// Empty if there is no energy, or a part of it is not whole.
    Optional<Step> finished(String smearing) {
        boolean finite = Double.isFinite(energy) && Double.isFinite(entropy) && finite(forces) && finite(stress);
        return finite && energy != 0
                ? Optional.of(
                        new Step(energies(smearing), saidForces(), saidStress(), structure(), saidMoment(), iterations))
                : Optional.empty();
    }

    private Energies energies(String smearing) {
        Map<Energies.Kind, Double> ev = new EnumMap<>(Energies.Kind.class);
        ev.put(Energies.Kind.FREE, energy);
        if (entropy != 0) {
            ev.put(Energies.Kind.WITHOUT_ENTROPY, energy - entropy);
            if (smearing.startsWith("gauss") || smearing.startsWith("fermi") || smearing.startsWith("fd")) {
                ev.put(Energies.Kind.SIGMA_ZERO, energy - entropy / 2);
            }
        }
        return new Energies(ev);
    }

    private SaidForces saidForces() {
        return forces.length == 0
                ? new SaidForces.NotGiven()
                : new SaidForces.Given(
                        Forces.of(Arrays.stream(forces).map(x -> FORCE * x).toArray()));
    }

    private Stress saidStress() {
        if (stress.length == 0) {
            return new Stress.NotGiven();
        }
        double[] s = Arrays.stream(stress).map(x -> -STRESS * x).toArray();
        return new Stress.Tensor(s[0], s[4], s[8], (s[5] + s[7]) / 2, (s[2] + s[6]) / 2, (s[1] + s[3]) / 2);
    }

    private SaidStructure structure() {
        double determinant = cell[0] * (cell[4] * cell[8] - cell[5] * cell[7])
                - cell[1] * (cell[3] * cell[8] - cell[5] * cell[6])
                + cell[2] * (cell[3] * cell[7] - cell[4] * cell[6]);
        boolean whole = known && !species.isEmpty() && finite(positions) && Math.abs(determinant) > 1e-6;
        return whole
                ? new SaidStructure.Given(Structure.free(Cell.of(cell), species, Positions.of(positions)))
                : new SaidStructure.NotGiven();
    }

    private SaidMoment saidMoment() {
        return Double.isFinite(moment) ? new SaidMoment.Given(moment) : new SaidMoment.NotGiven();
    }

    private static boolean finite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }
}
