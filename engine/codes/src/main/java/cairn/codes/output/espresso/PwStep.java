package cairn.codes.output.espresso;

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

/// What pw.x says of one set of positions.
///
///     "iteration #" ...
///     "!" "total energy =" number "Ry"                  several with exact exchange: the last one counts
///     "smearing contrib. (-TS) =" number "Ry"
///     "total magnetization =" number [number number] "Bohr mag/cell"
///     "Forces acting on atoms", "atom" i "type" j "force =" x y z        contributions to them may follow
///     "total   stress", three lines of Ry/bohr^3 and kbar
///
/// With smearing the energy of the line with `!` is F = E - TS, which the forces belong to.
final class PwStep {
    private final SaidStructure structure;
    private final int atoms;
    private final boolean extrapolates;
    private final double[] three = new double[3];

    private double energy = Double.NaN;
    private double smearing;
    private double moment = Double.NaN;
    private int iterations;
    private boolean inForces;
    private boolean garbled;
    private int forcesRead;
    private double[] forces = {};
    private int stressRows = 3;
    private double[] stress = {};

    /// @param atoms how many there are; 0 where the text does not say, as its head is missing
    /// @param smearing how the occupations are smeared, in the words of pw.x
    PwStep(SaidStructure structure, int atoms, String smearing) {
        this.structure = structure;
        this.atoms = atoms;
        this.extrapolates = smearing.startsWith("Gaussian") || smearing.startsWith("Fermi");
    }

    void take(Line line) {
        if (stressRows < 3) {
            stressRow(line);
            return;
        }
        switch (line.first()) {
            case '!' -> energy(line);
            case 'i' -> iterations += line.begins("iteration #") ? 1 : 0;
            case 's' -> smearing(line);
            case 't' -> total(line);
            case 'F' -> forcesBegin(line);
            case 'a' -> force(line);
            case 'T' -> inForces &= !line.begins("The ") && !line.begins("Total force");
            default -> {}
        }
    }

    private void energy(Line line) {
        if (!line.contains("total energy")) {
            return;
        }
        energy = Rydberg.ENERGY * line.numberAfter("=");
        garbled |= !Double.isFinite(energy);
        smearing = 0;
    }

    private void smearing(Line line) {
        if (line.begins("smearing contrib.")) {
            smearing = Rydberg.ENERGY * line.numberAfter("=");
            garbled |= !Double.isFinite(smearing);
        }
    }

    private void total(Line line) {
        if (line.begins("total magnetization")) {
            int count = line.numbers(line.indexOf("=") + 1, three);
            moment = count == 3 ? Math.hypot(three[0], Math.hypot(three[1], three[2])) : three[0];
            garbled |= count == 0;
        } else if (line.begins("total   stress")) {
            stressRows = 0;
            stress = new double[9];
        }
    }

    private void stressRow(Line line) {
        int count = line.numbers(0, three);
        garbled |= count < 3;
        System.arraycopy(three, 0, stress, 3 * stressRows, 3);
        stressRows++;
    }

    private void forcesBegin(Line line) {
        if (line.begins("Forces acting on atoms")) {
            inForces = true;
            forcesRead = 0;
            forces = new double[3 * Math.max(atoms, 1)];
        }
    }

    private void force(Line line) {
        if (!inForces || !line.begins("atom")) {
            return;
        }
        int at = line.indexOf("force =");
        if (at < 0 || tooMany() || line.numbers(at + "force =".length(), three) < 3) {
            garbled = true;
            return;
        }
        if (3 * forcesRead == forces.length) {
            forces = Arrays.copyOf(forces, 2 * forces.length);
        }
        for (int axis = 0; axis < 3; axis++) {
            forces[3 * forcesRead + axis] = Rydberg.FORCE * three[axis];
        }
        forcesRead++;
    }

    private boolean tooMany() {
        return atoms > 0 && forcesRead == atoms;
    }

    private boolean hasHalfItsForces() {
        return atoms > 0 ? forcesRead * 3 < forces.length : inForces;
    }

    /// Whether stars or no number at all stand where numbers should.
    boolean isGarbled() {
        return garbled;
    }

    int iterations() {
        return iterations;
    }

    /// Empty as long as there is no energy, or a part of it is not whole.
    Optional<Step> finished() {
        boolean half = hasHalfItsForces() || stressRows < 3;
        return Double.isNaN(energy) || garbled || half ? Optional.empty() : Optional.of(step());
    }

    private Step step() {
        return new Step(energies(), saidForces(), saidStress(), structure, saidMoment(), iterations);
    }

    /// E + TS/2 is the limit of no smearing for the smearings whose entropy is of second order (de Vita and Gillan,
    /// J. Phys.: Condens. Matter 3, 6225 (1991)); for the others it is not.
    private Energies energies() {
        Map<Energies.Kind, Double> ev = new EnumMap<>(Energies.Kind.class);
        ev.put(Energies.Kind.FREE, energy);
        if (smearing != 0) {
            ev.put(Energies.Kind.WITHOUT_ENTROPY, energy - smearing);
        }
        if (smearing != 0 && extrapolates) {
            ev.put(Energies.Kind.SIGMA_ZERO, energy - smearing / 2);
        }
        return new Energies(ev);
    }

    private SaidForces saidForces() {
        return forcesRead == 0
                ? new SaidForces.NotGiven()
                : new SaidForces.Given(Forces.of(Arrays.copyOf(forces, 3 * forcesRead)));
    }

    private Stress saidStress() {
        if (stress.length == 0) {
            return new Stress.NotGiven();
        }
        double[] s = Arrays.stream(stress).map(x -> -Rydberg.STRESS * x).toArray();
        return new Stress.Tensor(s[0], s[4], s[8], (s[5] + s[7]) / 2, (s[2] + s[6]) / 2, (s[1] + s[3]) / 2);
    }

    private SaidMoment saidMoment() {
        return Double.isNaN(moment) ? new SaidMoment.NotGiven() : new SaidMoment.Given(moment);
    }
}
