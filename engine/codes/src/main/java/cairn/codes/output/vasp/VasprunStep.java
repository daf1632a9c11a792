package cairn.codes.output.vasp;

import cairn.codes.output.Energies;
import cairn.codes.output.Energies.Kind;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.vasp.course.Course;
import cairn.codes.output.vasp.course.Course.Scf;
import cairn.codes.output.vasp.settings.Settings;
import cairn.structure.Cell;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.EnumMap;
import java.util.Map;

/// Reads a `calculation` of a vasprun.xml: its `scstep`s, `structure`, forces, stress (kB, as a pressure) and energy.
final class VasprunStep {
    private static final Map<String, Kind> NAMES =
            Map.of("e_fr_energy", Kind.FREE, "e_wo_entrp", Kind.WITHOUT_ENTROPY, "e_0_energy", Kind.SIGMA_ZERO);

    private final Settings settings;
    private final XmlCursor xml;
    private final Course course;
    private final AtomTable basis = new AtomTable(3);
    private final AtomTable fractions = new AtomTable(3);
    private final AtomTable forces = new AtomTable(3);
    private final AtomTable stress = new AtomTable(3);
    private int iterations;
    private Map<Kind, Double> field = Map.of();
    private double before = Double.NaN;
    private Map<Kind, Double> energy = Map.of();

    VasprunStep(Settings settings, XmlCursor xml, Course course) {
        this.settings = settings;
        this.xml = xml;
        this.course = course;
    }

    void read() {
        clear();
        while (xml.child()) {
            switch (xml.element()) {
                case "scstep" -> iteration();
                case "structure" -> structure();
                case "varray" -> rows();
                case "energy" -> energy = energies();
                default -> xml.skip();
            }
        }
        if (!xml.isCut()) {
            end();
        }
    }

    private void clear() {
        basis.clear();
        fractions.clear();
        forces.clear();
        stress.clear();
        iterations = 0;
        field = Map.of();
        before = Double.NaN;
        energy = Map.of();
    }

    private void iteration() {
        iterations++;
        while (xml.child()) {
            if (xml.isCalled("energy")) {
                before = field.getOrDefault(Kind.FREE, Double.NaN);
                field = energies();
            } else {
                xml.skip();
            }
        }
    }

    private Map<Kind, Double> energies() {
        Map<Kind, Double> found = new EnumMap<>(Kind.class);
        while (xml.child()) {
            Kind kind = NAMES.get(xml.name());
            if (kind == null) {
                xml.skip();
            } else {
                found.put(kind, xml.line().numberFrom(0));
            }
        }
        return found;
    }

    private void structure() {
        while (xml.child()) {
            if (xml.isCalled("crystal")) {
                structure();
            } else {
                rows();
            }
        }
    }

    private void rows() {
        switch (xml.name()) {
            case "basis" -> into(basis);
            case "positions" -> into(fractions);
            case "forces" -> into(forces);
            case "stress" -> into(stress);
            default -> xml.skip();
        }
    }

    private void into(AtomTable table) {
        table.clear();
        while (xml.child()) {
            table.take(xml.line());
        }
    }

    private void end() {
        int number = course.steps() + 1;
        double free = energy.getOrDefault(Kind.FREE, Double.NaN);
        if (!Double.isFinite(free)) {
            course.broken("the energy of step " + number + ", which is not a number");
            return;
        }
        int atoms = settings.integer("NIONS", forces.rows());
        if (forces.rows() > 0 && forces.rows() != atoms) {
            course.contradicts(atoms + " atoms", "forces on " + forces.rows() + " in step " + number);
        }
        Step step = new Step(
                allEnergies(free),
                forces(atoms, number),
                stressTensor(),
                saidStructure(atoms),
                new SaidMoment.NotGiven(),
                iterations);
        course.step(number, step, scf());
    }

    /// VASP 5 writes the entropy's share in place of the other two energies, except for those of the iterations, which
    /// lack corrections such as that for dispersion. So their differences are taken from there.
    private Energies allEnergies(double free) {
        Map<Kind, Double> all = new EnumMap<>(Kind.class);
        double ofField = field.getOrDefault(Kind.FREE, Double.NaN);
        field.forEach((kind, value) -> {
            double shifted = free + (value - ofField);
            if (Double.isFinite(shifted)) {
                all.put(kind, shifted);
            }
        });
        all.put(Kind.FREE, free);
        return new Energies(all);
    }

    private SaidForces forces(int atoms, int number) {
        if (forces.isWhole(atoms)) {
            return new SaidForces.Given(Forces.of(forces.triples(0)));
        }
        if (forces.rows() > 0) {
            course.broken("the forces of step " + number + ", which are not all numbers");
        }
        return new SaidForces.NotGiven();
    }

    private Stress stressTensor() {
        if (!stress.isWhole(3)) {
            return new Stress.NotGiven();
        }
        double[] kilobar = stress.triples(0);
        double unit = -OutcarSteps.EV_PER_ANG3_IN_KILOBAR;
        return new Stress.Tensor(
                unit * kilobar[0],
                unit * kilobar[4],
                unit * kilobar[8],
                unit * kilobar[5],
                unit * kilobar[2],
                unit * kilobar[1]);
    }

    private SaidStructure saidStructure(int atoms) {
        var species = settings.species().filter(all -> all.size() == atoms);
        if (!basis.isWhole(3) || !fractions.isWhole(atoms) || species.isEmpty()) {
            return new SaidStructure.NotGiven();
        }
        Cell cell = Cell.of(basis.triples(0));
        double[] places = fractions.triples(0);
        for (int x = 0; x < places.length; x += 3) {
            System.arraycopy(cell.cartesian(places[x], places[x + 1], places[x + 2]), 0, places, x, 3);
        }
        return new SaidStructure.Given(Structure.free(cell, species.get(), Positions.of(places)));
    }

    /// VASP does not say whether it converged; it did if it stopped iterating before it had to, or if the last
    /// iteration changed little enough.
    private Scf scf() {
        double change = Math.abs(field.getOrDefault(Kind.FREE, Double.NaN) - before);
        boolean early = iterations < settings.integer("NELM", 60);
        return early || change < settings.number("EDIFF") ? Scf.CONVERGED : Scf.UNCONVERGED;
    }
}
