package cairn.campaign.verb.gate;

import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.step.StructureSource;
import cairn.campaign.verb.Details;
import cairn.campaign.verb.Setup;
import cairn.campaign.verb.Sources;
import cairn.campaign.verb.StructureStep;
import cairn.codes.Code;
import cairn.codes.dft.KPoints;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/// The verb `converge`: the least cutoff, and then the coarsest k-points, at which energy, forces and stress of a
/// structure no longer change. Other steps compute with what it finds ([ConvergedStep]).
public record ConvergeStep(StepId id, StructureSource of, Setup setup, ConvergePlan plan) implements StructureStep {
    @Override
    public String kind() {
        return "converge";
    }

    @Override
    public Step with(Setup other) {
        return new ConvergeStep(id, of, other, plan);
    }

    @Override
    public int mostJobs() {
        return plan.cutoffsEv().size() + plan.spacings().size();
    }

    @Override
    public Next next(Results results) {
        return switch (Sources.find(of, results)) {
            case Sources.Found.Missing(Failure failure) -> new Next.Failed(failure);
            case Sources.Found.There(Structure structure) -> next(rattled(structure), results);
        };
    }

    private Next next(Structure structure, Results results) {
        Ladder cutoffs = cutoffs(structure);
        return switch (cutoffs.climb(plan.tolerance(), results)) {
            case Ladder.Climb.Needs(var calculations) -> new Next.Needs(calculations);
            case Ladder.Climb.TooShort tooShort -> new Next.Failed(failure(tooShort, "cutoff", "eV", "`cutoffs`"));
            case Ladder.Climb.FineEnough(Ladder.Rung cutoff) -> next(structure, cutoffs, cutoff, results);
        };
    }

    private Next next(Structure structure, Ladder cutoffs, Ladder.Rung cutoff, Results results) {
        Ladder spacings = spacings(structure, cutoff.code());
        return switch (spacings.climb(plan.tolerance(), results)) {
            case Ladder.Climb.Needs(var calculations) -> new Next.Needs(calculations);
            case Ladder.Climb.TooShort tooShort ->
                new Next.Failed(failure(tooShort, "distance of k-points", "1/Angstrom", "`k_spacings`"));
            case Ladder.Climb.FineEnough(Ladder.Rung spacing) ->
                new Next.Done(new StepResult(
                        result(cutoffs, cutoff, spacings, spacing, results), curves(structure, results)));
        };
    }

    private static Failure failure(Ladder.Climb.TooShort ladder, String what, String unit, String key) {
        return new Failure(
                "converge/not-converged",
                "No " + what + " that was tried is converged: at "
                        + ladder.finest().value() + " " + unit
                        + " the results still differ by "
                        + ladder.deviation().words() + " from those of the finest one.",
                "Let " + key + " go on to finer ones, or allow a larger tolerance.");
    }

    private Ladder cutoffs(Structure structure) {
        return new Ladder(
                id,
                "cutoff",
                structure,
                setup,
                plan.cutoffsEv().stream()
                        .map(ev -> new Ladder.Rung(ev, Converged.cutoff(ev).of(setup.code())))
                        .toList());
    }

    /// Distances that come to the same mesh are one rung, the coarsest of them.
    private Ladder spacings(Structure structure, Code code) {
        List<Ladder.Rung> rungs = new ArrayList<>();
        Optional<KPoints.Mesh> last = Optional.empty();
        for (double spacing : plan.spacings()) {
            KPoints.Mesh mesh = new KPoints.Spacing(spacing).in(structure.cell());
            if (last.filter(mesh::equals).isEmpty()) {
                rungs.add(new Ladder.Rung(spacing, Converged.spacing(spacing).of(code)));
            }
            last = Optional.of(mesh);
        }
        return new Ladder(id, "k-points", structure, setup, rungs);
    }

    /// All that was tried, whether or not it led anywhere.
    @Override
    public Optional<ObjectNode> progress(Results results) {
        return switch (Sources.find(of, results)) {
            case Sources.Found.Missing _ -> Optional.empty();
            case Sources.Found.There(Structure structure) -> Optional.of(curves(rattled(structure), results));
        };
    }

    /// The second ladder stands where the first one ended.
    private ObjectNode curves(Structure structure, Results results) {
        Ladder cutoffs = cutoffs(structure);
        ObjectNode curves = Details.object();
        curves.set("cutoffs", cutoffs.curve("cutoff_ev", results));
        if (cutoffs.climb(plan.tolerance(), results) instanceof Ladder.Climb.FineEnough(Ladder.Rung cutoff)) {
            curves.set("k_spacings", spacings(structure, cutoff.code()).curve("k_spacing_per_ang", results));
        }
        return curves;
    }

    private ObjectNode result(
            Ladder cutoffs, Ladder.Rung cutoff, Ladder spacings, Ladder.Rung spacing, Results results) {
        return Details.object()
                .put("cutoff_ev", cutoff.value())
                .put("k_spacing_per_ang", spacing.value())
                .put("energy_tolerance_ev_per_atom", plan.tolerance().energyPerAtom())
                .put("force_tolerance_ev_per_ang", plan.tolerance().force())
                .put("stress_tolerance_ev_per_ang3", plan.tolerance().stress())
                .put("force_evaluations", cutoffs.computed(results) + spacings.computed(results));
    }

    private Structure rattled(Structure structure) {
        SplittableRandom random = new SplittableRandom(plan.seed());
        double[] moved = structure.positions().toArray();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += plan.rattle() * random.nextGaussian();
        }
        return structure.withPositions(Positions.of(moved));
    }
}
