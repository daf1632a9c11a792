package cairn.campaign.work;

import cairn.campaign.work.json.Json;
import cairn.campaign.work.json.StructureJson;
import cairn.codes.task.Found;
import cairn.neb.EnergyProfile;
import cairn.neb.record.Convergence.Answer;
import cairn.neb.record.Reading;
import cairn.neb.record.RecordedPath;
import cairn.neb.record.RecordedPoint;
import cairn.neb.record.Slope;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A band that a code searched by itself, with the keys of one that Cairn searched. What the code did not tell is not
/// there.
final class RecordedBandJson {
    private static final int CURVE_POINTS = 101;

    private RecordedBandJson() {}

    static ObjectNode write(Found.Path found, double fmax) {
        RecordedPath path = RecordedPath.of(found.band(), fmax);
        ObjectNode node = Json.object();
        node.put("code_version", found.codeVersion());
        put(node, "barrier_forward_ev", path.barrierForward());
        put(node, "barrier_reverse_ev", path.barrierReverse());
        put(node, "reaction_energy_ev", path.energyDifference());
        BandSearch.putKnown(node, "barrier_uncertainty_ev", path.barrierError());
        node.put("converged", path.convergence().saddle() == Answer.YES ? "SADDLE" : "PATH");
        path.highest().fmaxWhole().number().ifPresent(force -> node.put("fmax_ev_per_ang", force));
        node.put("search", "code");
        node.put("rounds", found.iterations());
        node.put("iterations", found.iterations());
        node.put("force_evaluations", found.iterations() * (path.points().size() - 2));
        node.put("highest_image", path.highestImage());
        node.set("profile", profile(path));
        node.putObject("intermediate_minima").put("count", 0).put("deepest_ev", 0);
        path.band().ifPresent(band -> node.set("images", StructureJson.writeAll(band.images())));
        return node;
    }

    private static void put(ObjectNode node, String key, Reading reading) {
        reading.number().ifPresent(number -> node.put(key, number));
    }

    private static ObjectNode profile(RecordedPath path) {
        ObjectNode node = Json.object();
        node.set("coordinates_ang", points(path, point -> point.place().coordinate()));
        node.set("energies_ev", points(path, point -> point.energy().number().orElse(0)));
        node.set("slopes_ev_per_ang", points(path, RecordedBandJson::slope));
        node.set(
                "fmax_ev_per_ang",
                points(path, point -> point.fmaxAcross().number().orElse(0)));
        ArrayNode evaluated = node.putArray("evaluated");
        path.points().forEach(_ -> evaluated.add(true));
        node.set("uncertainties_ev", points(path, _ -> 0));
        node.putObject("saddle")
                .put("coordinate_ang", path.summit().coordinate())
                .put("energy_ev", path.summit().energy());
        ObjectNode curve = node.putObject("curve");
        List<EnergyProfile.Point> sampled = path.profile().sample(CURVE_POINTS);
        curve.set(
                "coordinates_ang",
                Json.array(sampled.stream()
                        .mapToDouble(EnergyProfile.Point::coordinate)
                        .toArray()));
        curve.set(
                "energies_ev",
                Json.array(sampled.stream()
                        .mapToDouble(EnergyProfile.Point::energy)
                        .toArray()));
        return node;
    }

    private static double slope(RecordedPoint point) {
        return switch (point.slope()) {
            case Slope.FromForces(double slope) -> slope;
            case Slope.FromEnergies(double slope) -> slope;
            case Slope.Missing() -> 0;
        };
    }

    private static ArrayNode points(RecordedPath path, ToDoubleFunction<RecordedPoint> number) {
        return Json.array(path.points().stream().mapToDouble(number).toArray());
    }
}
