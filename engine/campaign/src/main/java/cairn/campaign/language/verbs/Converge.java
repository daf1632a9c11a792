package cairn.campaign.language.verbs;

import cairn.campaign.language.Source;
import cairn.campaign.language.Sources;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.Quantities;
import cairn.campaign.shape.Shapes;
import cairn.campaign.step.Step;
import cairn.campaign.verb.gate.ConvergePlan;
import cairn.campaign.verb.gate.ConvergeStep;
import cairn.campaign.yaml.Problems;
import cairn.codes.Code;
import cairn.codes.CodeKind;
import cairn.codes.catalogue.Codes;
import cairn.structure.Units;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// `converge: STRUCTURE`, the gate of a DFT campaign.
final class Converge implements Verb {
    private static final long SEED = 1;

    private static final Key.Required<Source> OF =
            Key.required("converge", Sources.shape(), "the structure on which cutoff and k-points are tried");
    private static final Key.Defaulted<List<Double>> CUTOFFS = Key.defaulted(
            "cutoffs",
            Shapes.list(Quantities.energyEv()),
            List.of(200.0, 300.0, 400.0, 500.0, 600.0, 700.0, 800.0, 1000.0, 1200.0),
            "what is tried, from low to high: [30 Ry, 40 Ry, 50 Ry]");
    private static final Key.Defaulted<List<Double>> SPACINGS = Key.defaulted(
            "k_spacings",
            Shapes.list(Shapes.positive()),
            List.of(0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.12, 0.1),
            "distances of k-points that are tried, 1/Angstrom, from coarse to fine");
    private static final Key.Defaulted<Double> ENERGY =
            Key.defaulted("energy_tolerance", Quantities.energyEv(), 1e-3, "of the energy, for each atom: 1 meV");
    private static final Key.Defaulted<Double> FORCE =
            Key.defaulted("force_tolerance", Shapes.positive(), 0.02, "of any component of a force, eV/Angstrom");
    private static final Key.Defaulted<Double> STRESS =
            Key.defaulted("stress_tolerance", Shapes.positive(), 0.1, "of any component of the stress, GPa");
    private static final Key.Defaulted<Double> RATTLE = Key.defaulted(
            "rattle",
            Shapes.positive(),
            0.05,
            "atoms are moved by so much first, Angstrom: at rest there are no forces");

    @Override
    public String name() {
        return "converge";
    }

    @Override
    public String about() {
        return "The least cutoff and the fewest k-points at which energy, forces and stress no longer change.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(OF, CUTOFFS, SPACINGS, ENERGY, FORCE, STRESS, RATTLE);
    }

    /// It ends with settings, not with a structure.
    @Override
    public Optional<Key<Source>> structure() {
        return Optional.empty();
    }

    @Override
    public Step plan(StepContext step) {
        ConvergePlan.Tolerance tolerance = new ConvergePlan.Tolerance(
                step.get(ENERGY), step.get(FORCE), step.get(STRESS) / Units.GPA_PER_EV_ANGSTROM3);
        ConvergePlan plan = new ConvergePlan(
                step.get(CUTOFFS).stream().sorted().toList(),
                step.get(SPACINGS).stream().sorted(Comparator.reverseOrder()).toList(),
                tolerance,
                step.get(RATTLE),
                SEED);
        return new ConvergeStep(step.id(), step.source(step.get(OF)), step.setup(), plan);
    }

    @Override
    public void inspect(StepContext step, Problems problems) {
        Code code = step.setup().code();
        if (!takesCutoff(code)) {
            problems.add(step.at(OF), code.name() + " has no cutoff and no k-points to converge", "remove the step");
        }
        tooFew(step, CUTOFFS, problems);
        tooFew(step, SPACINGS, problems);
    }

    private static boolean takesCutoff(Code code) {
        return Codes.kinds().stream()
                .filter(kind -> kind.name().equals(code.name()))
                .map(CodeKind::takes)
                .anyMatch(keys -> keys.containsAll(List.of("cutoff", "k_points")));
    }

    private static void tooFew(StepContext step, Key.Defaulted<List<Double>> key, Problems problems) {
        if (step.get(key).size() < 3) {
            problems.add(
                    step.at(key),
                    step.get(key).size() + " values cannot show convergence",
                    "give 3 or more: a value is converged when the two finer ones say the same");
        }
    }
}
