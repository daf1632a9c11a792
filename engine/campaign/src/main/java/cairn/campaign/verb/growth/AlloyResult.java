package cairn.campaign.verb.growth;

import cairn.campaign.step.StepResult;
import cairn.campaign.verb.Details;
import cairn.codes.Code;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What samples of an alloy say together, stage by stage: mean and spread (standard deviation of the samples).
final class AlloyResult {
    private final Code code;
    private final AlloyReference reference;
    private final List<List<Stage>> samples;
    private final List<List<ObjectNode>> calculations;

    AlloyResult(Code code, AlloyReference reference, List<List<ObjectNode>> calculations) {
        this.code = code;
        this.reference = reference;
        this.calculations = calculations;
        this.samples = calculations.stream()
                .map(stages -> stages.stream().map(this::stage).toList())
                .toList();
    }

    /// One stage of a sample.
    private record Stage(int atoms, double energy, double volume, int evaluations) {}

    private Stage stage(ObjectNode calculation) {
        ObjectNode result = Details.result(calculation);
        return new Stage(
                result.required("atoms").intValue(),
                result.required("energy_ev").doubleValue(),
                result.required("volume_ang3").doubleValue(),
                calculation.required("force_evaluations").intValue());
    }

    StepResult result() {
        int last = samples.getFirst().size() - 1;
        ObjectNode result = Details.object()
                .put("samples", samples.size())
                .put("host_atoms", host().atoms())
                .put("atoms_inserted", at(0, last).atoms() - host().atoms())
                .put("inserted_per_host_atom", insertedPerHostAtom(last));
        put(result, "formation_energy", "_ev_per_atom", sample -> formationEnergy(at(sample, last)));
        put(
                result,
                "volume_expansion",
                "_percent",
                sample -> 100 * (at(sample, last).volume() / host().volume() - 1));
        put(result, "mean_voltage", "_v", sample -> voltage(host(), at(sample, last)));
        result.put("force_evaluations", evaluations());
        ObjectNode detail = Details.detail(calculations.getFirst().getLast(), code);
        detail.set("stages", stages());
        return new StepResult(result, detail);
    }

    private Stage host() {
        return at(0, 0);
    }

    private Stage at(int sample, int stage) {
        return samples.get(sample).get(stage);
    }

    private double insertedPerHostAtom(int stage) {
        return (double) (at(0, stage).atoms() - host().atoms()) / host().atoms();
    }

    /// Against the host and the pure element, eV per atom of the alloy.
    private double formationEnergy(Stage stage) {
        int inserted = stage.atoms() - host().atoms();
        return (stage.energy() - host().energy() - inserted * reference.energyPerAtom()) / stage.atoms();
    }

    /// The mean between two stages, for an ion with one charge.
    private double voltage(Stage before, Stage after) {
        int inserted = after.atoms() - before.atoms();
        return -(after.energy() - before.energy() - inserted * reference.energyPerAtom()) / inserted;
    }

    private int evaluations() {
        return host().evaluations()
                + samples.stream()
                        .flatMap(stages -> stages.stream().skip(1))
                        .mapToInt(Stage::evaluations)
                        .sum();
    }

    private ArrayNode stages() {
        ArrayNode all = Details.object().putArray("stages");
        for (int i = 1; i < samples.getFirst().size(); i++) {
            int stage = i;
            ObjectNode node = all.addObject().put("inserted_per_host_atom", insertedPerHostAtom(stage));
            put(node, "formation_energy", "_ev_per_atom", sample -> formationEnergy(at(sample, stage)));
            put(node, "voltage", "_v", sample -> voltage(at(sample, stage - 1), at(sample, stage)));
            put(
                    node,
                    "volume_per_host_atom",
                    "_ang3",
                    sample -> at(sample, stage).volume() / host().atoms());
        }
        return all;
    }

    private void put(ObjectNode node, String what, String unit, ToDoubleFunction<Integer> ofSample) {
        double[] values = IntStream.range(0, samples.size())
                .mapToDouble(ofSample::applyAsDouble)
                .toArray();
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
        node.put(what + unit, mean);
        if (values.length > 1) {
            double squares = IntStream.range(0, values.length)
                    .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                    .sum();
            node.put(what + "_spread" + unit, Math.sqrt(squares / (values.length - 1)));
        }
    }
}
