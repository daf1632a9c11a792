package cairn.codes.output.vasp;

import cairn.codes.output.Energies;
import cairn.codes.output.Energies.Kind;
import cairn.codes.output.Line;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.vasp.course.Course;
import cairn.codes.output.vasp.course.Course.Scf;
import cairn.codes.output.vasp.settings.Settings;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts together the steps of an OUTCAR:
///
///     iteration := "----" ... "Iteration" step "(" iteration ")"
///     moment    := "number of electron" number "magnetization" number{0,1,3}
///     aborting  := "----" ... "aborting loop because EDIFF is reached"     else the SCF did not converge
///     stress    := "in kB" xx yy zz xy yz zx                               as a pressure
///     lattice   := "direct lattice vectors" line-break (ax ay az reciprocal){3}
///     forces    := "POSITION" ... "TOTAL-FORCE (eV/Angst)" rule (x y z fx fy fz)+ rule
///     total     := "free  energy   TOTEN  =" number "eV"                   with two blanks: not of an iteration
///     energies  := "energy  without entropy=" number "energy(sigma->0) =" number     a step ends here
final class OutcarSteps {
    static final double EV_PER_ANG3_IN_KILOBAR = 1 / Units.KILOBAR_PER_EV_ANGSTROM3;

    static final String ITERATION = "Iteration";

    /// In which rows of numbers a line is.
    private enum Rows {
        NONE,
        LATTICE,
        FORCES,
        FORCES_END
    }

    private final Settings settings;
    private final Course course;
    private final AtomTable table = new AtomTable(6);
    private final double[] lattice = new double[9];
    private final double[] numbers = new double[6];
    private Optional<List<Element>> species = Optional.empty();
    private Rows rows = Rows.NONE;
    private int latticeRows;
    private int number;
    private int iterations;
    private Scf scf = Scf.UNCONVERGED;
    private double moment = Double.NaN;
    private double total = Double.NaN;
    private Stress stress = new Stress.NotGiven();

    OutcarSteps(Settings settings, Course course) {
        this.settings = settings;
        this.course = course;
    }

    /// Whether the line was one of a table.
    boolean takesRow(Line line) {
        switch (rows) {
            case NONE -> {
                return false;
            }
            case LATTICE -> latticeRow(line);
            case FORCES, FORCES_END -> forceRow(line);
        }
        return true;
    }

    private void latticeRow(Line line) {
        if (line.numbers(0, numbers) >= 3) {
            System.arraycopy(numbers, 0, lattice, 3 * latticeRows, 3);
            latticeRows++;
        }
        rows = latticeRows < 3 ? Rows.LATTICE : Rows.NONE;
    }

    private void forceRow(Line line) {
        if (!line.begins("---")) {
            table.take(line);
        } else {
            rows = rows == Rows.FORCES ? Rows.FORCES_END : Rows.NONE;
        }
    }

    void rule(Line line) {
        int iteration = line.indexOf(ITERATION);
        if (iteration >= 0) {
            int open = line.indexOf("(");
            number = (int) line.number(iteration + ITERATION.length(), open);
            iterations = (int) line.number(open + 1, line.indexOf(")"));
            scf = Scf.UNCONVERGED;
        } else if (line.contains("aborting loop because EDIFF is reached")) {
            scf = Scf.CONVERGED;
        } else if (line.contains("hard stop")) {
            course.sign(Course.Sign.STOPPED_BY_USER);
        }
    }

    void electrons(Line line) {
        if (line.begins("number of electron")) {
            int count = line.numbers(Math.max(0, line.indexOf("magnetization")) + "magnetization".length(), numbers);
            moment = switch (count) {
                case 1 -> numbers[0];
                case 3 -> Math.sqrt(numbers[0] * numbers[0] + numbers[1] * numbers[1] + numbers[2] * numbers[2]);
                default -> Double.NaN;
            };
        }
    }

    void stress(Line line) {
        if (line.begins("in kB") && line.numbers(line.indexOf("kB") + 2, numbers) == 6) {
            double[] tension = new double[6];
            for (int i = 0; i < 6; i++) {
                tension[i] = -numbers[i] * EV_PER_ANG3_IN_KILOBAR;
            }
            stress = new Stress.Tensor(tension[0], tension[1], tension[2], tension[4], tension[5], tension[3]);
        }
    }

    void lattice(Line line) {
        if (line.begins("direct lattice vectors")) {
            rows = Rows.LATTICE;
            latticeRows = 0;
        }
    }

    void forces(Line line) {
        if (line.begins("POSITION") && line.contains("TOTAL-FORCE (eV/Angst)")) {
            rows = Rows.FORCES;
            table.clear();
        }
    }

    void total(Line line) {
        if (line.begins("free  energy   TOTEN")) {
            total = line.numberAfter("TOTEN");
            if (Double.isNaN(total)) {
                course.broken("the energy of step " + number + ", which is not a number");
            }
        }
    }

    void energies(Line line) {
        if (line.begins("energy  without entropy") && Double.isFinite(total)) {
            Map<Kind, Double> energies = new EnumMap<>(Kind.class);
            put(energies, Kind.FREE, total);
            put(energies, Kind.WITHOUT_ENTROPY, line.numberAfter("entropy"));
            put(energies, Kind.SIGMA_ZERO, line.numberAfter("energy(sigma->0)"));
            end(new Energies(energies));
        }
    }

    private static void put(Map<Kind, Double> energies, Kind kind, double energy) {
        if (Double.isFinite(energy)) {
            energies.put(kind, energy);
        }
    }

    private void end(Energies energies) {
        int atoms = settings.integer("NIONS", table.rows());
        if (table.rows() > 0 && table.rows() != atoms) {
            course.contradicts(atoms + " atoms", "forces on " + table.rows() + " in step " + number);
        }
        if (number != course.lastNumber() + 1 && !settings.isSet("ML_LMLFF")) {
            course.contradicts(
                    "one run, with all of its steps", "step " + number + " follows step " + course.lastNumber());
        }
        SaidMoment said = Double.isNaN(moment) ? new SaidMoment.NotGiven() : new SaidMoment.Given(moment);
        course.step(number, new Step(energies, forces(atoms), stress, structure(atoms), said, iterations), scf);
        total = Double.NaN;
        stress = new Stress.NotGiven();
        table.clear();
    }

    private SaidForces forces(int atoms) {
        if (table.isWhole(atoms)) {
            return new SaidForces.Given(Forces.of(table.triples(3)));
        }
        if (table.rows() > 0) {
            course.broken("the forces of step " + number + ", which are not all numbers");
        }
        return new SaidForces.NotGiven();
    }

    private SaidStructure structure(int atoms) {
        species = species.isPresent() ? species : settings.species();
        boolean known = latticeRows == 3
                && table.isWhole(atoms)
                && species.map(List::size).filter(size -> size == atoms).isPresent();
        return known
                ? new SaidStructure.Given(
                        Structure.free(Cell.of(lattice), species.orElseThrow(), Positions.of(table.triples(0))))
                : new SaidStructure.NotGiven();
    }
}
