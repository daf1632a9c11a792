package cairn.codes.output.gpaw;

import cairn.codes.output.Energies;
import cairn.codes.output.Energies.Kind;
import cairn.codes.output.Line;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What GPAW says of one set of positions:
///
///     positions := "Positions:", (int symbol x y z "(" moment ")")+
///     cell      := (int ". axis:" ("yes" | "no") x y z int number){3}
///     iteration := "iter:" int ...
///     end of it := "Converged after" int "iterations." | "Did not converge!"
///     moment    := "Total magnetic moment:" "(" x y z ")"                     Bohr magnetons
///     energies  := "Entropy (-ST):" number, "Free energy:" number, "Extrapolated:" number
///     forces    := "Forces in eV/Ang:", (int symbol x y z)+
///     stress    := "Stress tensor:", (x y z){3}                               eV/Angstrom^3
///
/// GPAW before 1.2 wrote "Free Energy:" and "Zero Kelvin:".
final class GpawStep {
    private enum Rows {
        NONE,
        POSITIONS,
        FORCES,
        STRESS
    }

    private final List<Element> species = new ArrayList<>();
    private final double[] cell = new double[9];
    private final double[] stress = new double[9];
    private final double[] numbers = new double[3];
    private final Map<Kind, Double> energies = new EnumMap<>(Kind.class);
    private double[] positions = {};
    private double[] forces = {};
    private Rows rows = Rows.NONE;
    private int atoms;
    private int forceRows;
    private int stressRows;
    private int axes;
    private int iterations;
    private double entropy = Double.NaN;
    private double moment = Double.NaN;
    private boolean converged;
    private boolean gaveUp;
    private boolean garbled;

    void take(Line line) {
        if (rows != Rows.NONE && row(line)) {
            return;
        }
        rows = Rows.NONE;
        switch (line.first()) {
            case 'P' -> begin(line, "Positions:", Rows.POSITIONS);
            case 'i' -> iterations += line.begins("iter:") ? 1 : 0;
            case 'C' -> converged |= line.begins("Converged after");
            case 'D' -> gaveUp |= line.begins("Did not converge!");
            case 'T' -> moment(line);
            case 'E' -> energy(line);
            case 'Z' -> put(Kind.SIGMA_ZERO, line, "Zero Kelvin:");
            case 'F' -> free(line);
            case 'S' -> begin(line, "Stress tensor:", Rows.STRESS);
            case '1', '2', '3' -> axis(line);
            default -> {}
        }
    }

    private void begin(Line line, String heading, Rows begun) {
        if (line.begins(heading) && line.indent() == 0) {
            rows = begun;
        }
    }

    private boolean row(Line line) {
        return switch (rows) {
            case NONE -> false;
            case POSITIONS -> position(line);
            case FORCES -> force(line);
            case STRESS -> stress(line);
        };
    }

    private boolean position(Line line) {
        Optional<Element> element = Element.ofSymbol(line.word(1));
        if (line.isBlank() || element.isEmpty() || line.numberFrom(0) != atoms) {
            return false;
        }
        garbled |= line.numbers(afterSymbol(line), numbers) < 3;
        positions = appended(positions, atoms);
        species.add(element.get());
        atoms++;
        return true;
    }

    private boolean force(Line line) {
        if (line.isBlank() || forceRows >= atoms || line.numberFrom(0) != forceRows) {
            return false;
        }
        garbled |= line.numbers(afterSymbol(line), numbers) < 3;
        forces = appended(forces, forceRows);
        forceRows++;
        return true;
    }

    private boolean stress(Line line) {
        if (stressRows == 3 || line.numbers(0, numbers) < 3) {
            return false;
        }
        System.arraycopy(numbers, 0, stress, 3 * stressRows, 3);
        stressRows++;
        return true;
    }

    private static int afterSymbol(Line line) {
        String symbol = line.word(1);
        return Math.max(0, line.indexOf(" " + symbol)) + 1 + symbol.length();
    }

    private double[] appended(double[] array, int row) {
        double[] room = array.length < 3 * row + 3 ? Arrays.copyOf(array, 6 * row + 6) : array;
        System.arraycopy(numbers, 0, room, 3 * row, 3);
        return room;
    }

    private void axis(Line line) {
        int axis = line.first() - '1';
        if (line.word(1).equals("axis:") && line.numbers(line.indexOf("axis:") + 12, numbers) == 3) {
            System.arraycopy(numbers, 0, cell, 3 * axis, 3);
            axes |= 1 << axis;
        }
    }

    private void moment(Line line) {
        if (!line.begins("Total magnetic moment:")) {
            return;
        }
        String[] components = line.textAfter(":").replaceAll("[()]", "").split(",");
        double squared = 0;
        for (String component : components) {
            double number = Line.of(component).numberFrom(0);
            squared += number * number;
        }
        double last = Line.of(components[components.length - 1]).numberFrom(0);
        // Collinear spins point along z, up or down.
        moment = Math.copySign(Math.sqrt(squared), last);
    }

    private void energy(Line line) {
        if (line.begins("Entropy (-ST):")) {
            entropy = line.numberAfter("(-ST):");
        }
        put(Kind.SIGMA_ZERO, line, "Extrapolated:");
    }

    private void free(Line line) {
        put(Kind.FREE, line, "Free energy:");
        put(Kind.FREE, line, "Free Energy:");
        begin(line, "Forces in eV/Ang:", Rows.FORCES);
    }

    private void put(Kind kind, Line line, String label) {
        if (line.begins(label)) {
            double energy = line.numberAfter(label);
            garbled |= !Double.isFinite(energy);
            energies.put(kind, energy);
        }
    }

    boolean hasEnergy() {
        return energies.containsKey(Kind.FREE) && energies.containsKey(Kind.SIGMA_ZERO);
    }

    boolean isConverged() {
        return converged && !gaveUp;
    }

    boolean gaveUp() {
        return gaveUp;
    }

    /// Whether something in it is no number, or a table ends too early.
    boolean isGarbled() {
        return garbled || (forceRows != 0 && forceRows != atoms) || (stressRows != 0 && stressRows != 3);
    }

    int iterations() {
        return iterations;
    }

    Step step() {
        Map<Kind, Double> all = new EnumMap<>(energies);
        if (Double.isFinite(entropy)) {
            all.put(Kind.WITHOUT_ENTROPY, energies.getOrDefault(Kind.FREE, Double.NaN) - entropy);
        }
        return new Step(
                new Energies(all),
                forceRows == atoms && atoms > 0
                        ? new SaidForces.Given(Forces.of(Arrays.copyOf(forces, 3 * atoms)))
                        : new SaidForces.NotGiven(),
                stressRows == 3
                        ? new Stress.Tensor(stress[0], stress[4], stress[8], stress[5], stress[2], stress[1])
                        : new Stress.NotGiven(),
                structure(),
                Double.isNaN(moment) ? new SaidMoment.NotGiven() : new SaidMoment.Given(moment),
                iterations);
    }

    private SaidStructure structure() {
        return axes == 0b111 && atoms > 0
                ? new SaidStructure.Given(
                        Structure.free(Cell.of(cell), species, Positions.of(Arrays.copyOf(positions, 3 * atoms))))
                : new SaidStructure.NotGiven();
    }
}
