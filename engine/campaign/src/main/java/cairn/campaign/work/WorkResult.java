package cairn.campaign.work;

import cairn.campaign.work.files.Trajectory;
import cairn.campaign.work.json.BandSplitJson;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.json.Json;
import cairn.campaign.work.json.ObservationJson;
import cairn.campaign.work.json.StructureJson;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.WorkOrder;
import cairn.codes.CodeError;
import cairn.codes.correction.Remedy;
import cairn.codes.correction.RemedyJson;
import cairn.neb.BandSplit;
import cairn.neb.EnergyProfile;
import cairn.neb.MinimumEnergyPath;
import cairn.neb.Observation;
import cairn.neb.Search;
import cairn.neb.relax.Relaxation;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What calculations find, as JSON. A failure has the key `error`, and `physics` where other physics would mend it;
/// work that was cut short has the one key `incomplete`, and work that stopped because its walltime ends `out_of_time`.
/// What a DFT code has said besides is added at the end ([Aside]).
public final class WorkResult {
    /// Points of the drawn curve.
    private static final int CURVE_POINTS = 101;

    /// A minimum deeper than this, eV, is one in which an atom rests at room temperature: its energy is 26 meV.
    private static final double DEEP_MINIMUM = 0.020;

    /// A result that has it is one; others tell why there is none.
    static final String VERSION = "code_version";

    private WorkResult() {}

    static ObjectNode failure(CodeError error) {
        ObjectNode node = Json.object();
        node.putObject("error")
                .put("signature", error.signature())
                .put("message", error.message())
                .put("advice", error.advice());
        return node;
    }

    /// A failure that a change of physics would mend, if there is one; it is for the campaign to decide.
    static ObjectNode failure(CodeError error, Optional<Remedy> physics) {
        ObjectNode node = failure(error);
        physics.ifPresent(remedy -> node.set("physics", RemedyJson.write(remedy)));
        return node;
    }

    /// The work stopped through no fault of its own; another attempt may go on from what this one has evaluated.
    static ObjectNode incomplete(String why) {
        return Json.object().put("incomplete", why);
    }

    /// The work stopped in time: another attempt may go on from what this one has evaluated, or its code has saved.
    static ObjectNode outOfTime(String why) {
        return Json.object().put("out_of_time", why);
    }

    /// One structure and what the code says of it. The number is that of the evaluations asked for, whether or not an
    /// earlier attempt had computed them.
    public static ObjectNode single(
            Structure structure, Evaluation evaluation, int forceEvaluations, String codeVersion) {
        ObjectNode node = Json.object();
        node.put(VERSION, codeVersion);
        node.put("force_evaluations", forceEvaluations);
        node.set("structure", StructureJson.write(structure));
        node.set("evaluation", EvaluationJson.write(evaluation));
        return node;
    }

    /// The relaxed structure as [#single] has it, and the `trajectory` by which it was reached: only in a cell that
    /// stayed as it was, as no band can use another.
    static ObjectNode relaxed(WorkOrder.Relax order, Relaxation relaxation, List<Observation> way, String codeVersion) {
        ObjectNode node = single(relaxation.structure(), relaxation.evaluation(), relaxation.steps(), codeVersion);
        if (!order.settings().cellFree()) {
            ArrayNode trajectory = node.putArray("trajectory");
            Trajectory.thinned(way).forEach(observation -> trajectory.add(ObservationJson.write(observation)));
        }
        return node;
    }

    static ObjectNode band(SearchChoice choice, Search search, int spentBefore, String codeVersion) {
        MinimumEnergyPath path = search.path();
        ObjectNode node = Json.object();
        node.put(VERSION, codeVersion);
        node.put("barrier_forward_ev", path.barrierForward());
        node.put("barrier_reverse_ev", path.barrierReverse());
        BandSearch.putKnown(node, "barrier_uncertainty_ev", search.estimate().uncertainty());
        node.put("reaction_energy_ev", path.energyDifference());
        node.put("converged", path.convergence().name());
        node.put("fmax_ev_per_ang", search.fmax());
        node.put("search", choice.word());
        node.setAll(BandSearch.model(choice, search));
        node.put("rounds", search.rounds());
        node.put("iterations", search.rounds());
        node.put("force_evaluations", spentBefore + search.forceEvaluations());
        node.put("highest_image", path.highestImage());
        node.set("profile", profile(path, search.uncertainties()));
        node.set("intermediate_minima", intermediateMinima(path));
        node.set("images", StructureJson.writeAll(search.band().images()));
        return node;
    }

    /// A band that was cut: what it has cost, and where the cut is.
    static ObjectNode split(BandSplit split, Search search, int spentBefore, String codeVersion) {
        ObjectNode node = Json.object();
        node.put(VERSION, codeVersion);
        node.put("rounds", search.rounds());
        node.put("force_evaluations", spentBefore + search.forceEvaluations());
        node.set(BandSplitJson.KEY, BandSplitJson.write(split));
        return node;
    }

    /// Those that make the path two hops or more, and not one with a flat place.
    static ObjectNode intermediateMinima(MinimumEnergyPath path) {
        double[] depths = path.intermediateMinima().stream()
                .mapToDouble(EnergyProfile.Minimum::depth)
                .filter(depth -> depth > DEEP_MINIMUM)
                .toArray();
        return Json.object().put("count", depths.length).put("deepest_ev", depths.length > 0 ? depths[0] : 0);
    }

    private static ObjectNode profile(MinimumEnergyPath path, List<Double> uncertainties) {
        ObjectNode node = Json.object();
        node.set("coordinates_ang", points(path, MinimumEnergyPath.Point::coordinate));
        node.set("energies_ev", points(path, MinimumEnergyPath.Point::energy));
        node.set("slopes_ev_per_ang", points(path, MinimumEnergyPath.Point::slope));
        node.set("fmax_ev_per_ang", points(path, MinimumEnergyPath.Point::fmax));
        ArrayNode evaluated = node.putArray("evaluated");
        uncertainties.forEach(uncertainty -> evaluated.add(uncertainty == 0));
        node.set(
                "uncertainties_ev",
                Json.array(
                        uncertainties.stream().mapToDouble(Double::doubleValue).toArray()));
        node.putObject("saddle")
                .put("coordinate_ang", path.profile().maximum().coordinate())
                .put("energy_ev", path.profile().maximum().energy());
        ObjectNode curve = node.putObject("curve");
        curve.set("coordinates_ang", curve(path, EnergyProfile.Point::coordinate));
        curve.set("energies_ev", curve(path, EnergyProfile.Point::energy));
        return node;
    }

    private static ArrayNode points(MinimumEnergyPath path, ToDoubleFunction<MinimumEnergyPath.Point> number) {
        return Json.array(path.points().stream().mapToDouble(number).toArray());
    }

    private static ArrayNode curve(MinimumEnergyPath path, ToDoubleFunction<EnergyProfile.Point> number) {
        return Json.array(path.sample(CURVE_POINTS).stream().mapToDouble(number).toArray());
    }
}
