package cairn.campaign.verb.growth;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StructureSource;
import cairn.campaign.verb.Details;
import cairn.campaign.verb.Relaxations;
import cairn.campaign.verb.Setup;
import cairn.campaign.verb.Sources;
import cairn.campaign.verb.WorkCalculation;
import cairn.campaign.work.json.StructureJson;
import cairn.campaign.work.order.WorkOrder;
import cairn.cluster.Resources;
import cairn.codes.correction.Remedy;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// The verb `alloy`: atoms of one element are put into a host where there is most room, a few at a time, and the whole
/// is shaken and relaxed after each; several samples, side by side. Each stage of a sample is a calculation, and starts
/// from where the one before it ended: the plan grows while it runs.
public record AlloyStep(StepId id, StructureSource host, StepId against, Setup setup, AlloyPlan plan) implements Step {
    /// More than this is not planned for one host cell; it only bounds what a machine is asked whether it can run.
    private static final int MOST_JOBS = 100_000;

    @Override
    public String kind() {
        return "alloy";
    }

    @Override
    public SortedSet<StepId> dependencies() {
        SortedSet<StepId> all = new TreeSet<>(Sources.dependencies(host));
        all.add(against);
        return all;
    }

    @Override
    public Optional<Resources> resources() {
        return Optional.of(setup.resources());
    }

    @Override
    public SortedSet<StepId> compared() {
        return Sources.steps(against);
    }

    @Override
    public Step amended(Remedy change) {
        return new AlloyStep(id, host, against, setup.amended(change), plan);
    }

    @Override
    public int mostJobs() {
        return switch (host) {
            case StructureSource.Given(var _, Structure structure) ->
                1 + plan.samples().count() * stages(structure.count());
            case StructureSource.OfStep _, StructureSource.Inserted _, StructureSource.Rattled _ -> MOST_JOBS;
        };
    }

    private int stages(int hostAtoms) {
        int atATime = plan.growth().atATime();
        return (plan.growth().atoms(hostAtoms) + atATime - 1) / atATime;
    }

    @Override
    public Next next(Results results) {
        AlloyReference reference =
                AlloyReference.of(against, Sources.result(against, results).detail());
        Optional<Failure> objection = reference.objection(plan.growth().element(), setup.code());
        if (objection.isPresent()) {
            return new Next.Failed(objection.get());
        }
        return switch (Sources.find(host, results)) {
            case Sources.Found.Missing(Failure failure) -> new Next.Failed(failure);
            case Sources.Found.There(Structure structure) -> next(relaxedHost(structure), reference, results);
        };
    }

    private Calculation relaxedHost(Structure structure) {
        return Relaxations.of(new CalculationId(id, "host"), setup, structure, plan.relax());
    }

    private Next next(Calculation hostRelaxation, AlloyReference reference, Results results) {
        return results.calculation(hostRelaxation.id())
                .map(found -> grow(found, reference, results))
                .orElseGet(() -> new Next.Needs(List.of(hostRelaxation)));
    }

    private Next grow(ObjectNode relaxedHost, AlloyReference reference, Results results) {
        List<List<ObjectNode>> samples = IntStream.rangeClosed(1, plan.samples().count())
                .mapToObj(sample -> stages(sample, relaxedHost, results))
                .toList();
        int all = 1 + stages(atoms(relaxedHost));
        List<Calculation> open = new ArrayList<>();
        for (int sample = 1; sample <= samples.size(); sample++) {
            List<ObjectNode> stages = samples.get(sample - 1);
            if (stages.size() < all) {
                open.add(stage(sample, stages, atoms(relaxedHost), reference));
            }
        }
        return open.isEmpty()
                ? new Next.Done(new AlloyResult(setup.code(), reference, samples).result())
                : new Next.Needs(open);
    }

    private static int atoms(ObjectNode calculation) {
        return calculation.required("structure").required("species").size();
    }

    /// What is known of a sample by now: the host, and the stages from the first on.
    private List<ObjectNode> stages(int sample, ObjectNode relaxedHost, Results results) {
        List<ObjectNode> stages = new ArrayList<>(List.of(relaxedHost));
        int last = stages(atoms(relaxedHost));
        for (int stage = 1; stage <= last; stage++) {
            Optional<ObjectNode> found = results.calculation(name(sample, stage));
            if (found.isEmpty()) {
                break;
            }
            stages.add(found.get());
        }
        return stages;
    }

    private CalculationId name(int sample, int stage) {
        return new CalculationId(id, "sample-" + sample + "-stage-" + stage);
    }

    private Calculation stage(int sample, List<ObjectNode> before, int hostAtoms, AlloyReference reference) {
        Structure structure = StructureJson.read(before.getLast().required("structure"));
        int inserted = structure.count() - hostAtoms;
        int count = Math.min(plan.growth().atATime(), plan.growth().atoms(hostAtoms) - inserted);
        WorkOrder order = new WorkOrder.Insert(
                setup.code().spec(),
                structure,
                plan.insertion(count, reference.volumePerAtom()),
                plan.dynamics(sample, inserted),
                plan.relax());
        return new WorkCalculation(name(sample, before.size()), setup, order);
    }

    /// How many of the stages are behind the samples.
    @Override
    public Optional<ObjectNode> progress(Results results) {
        return results.calculation(new CalculationId(id, "host")).map(relaxedHost -> {
            int done = IntStream.rangeClosed(1, plan.samples().count())
                    .map(sample -> stages(sample, relaxedHost, results).size() - 1)
                    .sum();
            return Details.object()
                    .put("stages", plan.samples().count() * stages(atoms(relaxedHost)))
                    .put("stages_done", done);
        });
    }
}
