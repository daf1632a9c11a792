package cairn.cli.band;

import cairn.neb.EnergyProfile;
import cairn.neb.record.Convergence;
import cairn.neb.record.Reading;
import cairn.neb.record.RecordedPath;
import cairn.neb.record.RecordedPoint;
import cairn.neb.record.Slope;
import cairn.structure.band.BandRecord;
import cairn.structure.band.CodeSays.Barrier;
import cairn.structure.band.CodeSays.Verdict;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A band for scripts; every key carries its unit, and what is not known is null.
final class BandJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private BandJson() {}

    static ObjectNode of(BandRecord record, RecordedPath path) {
        ObjectNode json = NODES.objectNode();
        json.put("code", record.provenance().code());
        json.put("code_version", record.provenance().version());
        put(json, "barrier_forward_ev", path.barrierForward());
        put(json, "barrier_reverse_ev", path.barrierReverse());
        json.put("barrier_error_ev", path.barrierError());
        put(
                json,
                "barrier_forward_curve_ev",
                summit(path).minus(path.points().getFirst().energy()));
        put(
                json,
                "barrier_reverse_curve_ev",
                summit(path).minus(path.points().getLast().energy()));
        put(json, "barrier_forward_sigma_zero_ev", path.barrierForwardSigmaZero());
        put(json, "barrier_reverse_sigma_zero_ev", path.barrierReverseSigmaZero());
        put(json, "reaction_energy_ev", path.energyDifference());
        json.put("highest_image", path.highestImage());
        json.put("force_consistent", path.isForceConsistent());
        json.set("printed", printed(record));
        json.set("convergence", convergence(path.convergence(), record));
        json.set("profile", profile(path));
        json.set("minima", minima(path));
        json.set("missing", gaps(record));
        json.set("warnings", texts(path.remarks()));
        json.set("files", texts(record.provenance().files()));
        return json;
    }

    private static Reading summit(RecordedPath path) {
        return new Reading.Of(path.summit().energy());
    }

    private static void put(ObjectNode json, String key, Reading reading) {
        OptionalDouble number = reading.number();
        if (number.isPresent()) {
            json.put(key, number.getAsDouble());
        } else {
            json.putNull(key);
        }
    }

    private static ObjectNode printed(BandRecord record) {
        ObjectNode json = NODES.objectNode();
        switch (record.codeSays().barrier()) {
            case Barrier.Printed(double forward, double reverse, String file) -> {
                json.put("barrier_forward_ev", forward);
                json.put("barrier_reverse_ev", reverse);
                json.put("file", file);
            }
            case Barrier.Unsaid _ -> {}
        }
        return json;
    }

    private static ObjectNode convergence(Convergence convergence, BandRecord record) {
        ObjectNode json = NODES.objectNode();
        json.put("fmax_ev_per_ang", convergence.fmax());
        json.put("saddle", BandText.word(convergence.saddle()));
        json.put("path", BandText.word(convergence.path()));
        json.put("verified", "no");
        json.put(
                "code_says",
                switch (record.codeSays().verdict()) {
                    case Verdict.Converged(String words) -> words;
                    case Verdict.NotConverged(String words) -> words;
                    case Verdict.Unsaid _ -> "nothing";
                });
        return json;
    }

    private static ObjectNode profile(RecordedPath path) {
        ObjectNode json = NODES.objectNode();
        ArrayNode coordinates = json.putArray("coordinates_ang");
        ArrayNode energies = json.putArray("energies_ev");
        ArrayNode sigmaZero = json.putArray("energies_sigma_zero_ev");
        ArrayNode slopes = json.putArray("slopes_ev_per_ang");
        ArrayNode sources = json.putArray("slopes_from");
        ArrayNode across = json.putArray("fmax_across_ev_per_ang");
        ArrayNode whole = json.putArray("fmax_true_ev_per_ang");
        ArrayNode steps = json.putArray("steps_ang");
        ArrayNode kinks = json.putArray("kinks_deg");
        for (RecordedPoint point : path.points()) {
            coordinates.add(point.place().coordinate());
            add(energies, point.energy());
            add(sigmaZero, point.sigmaZero());
            addSlope(slopes, sources, point.slope());
            add(across, point.fmaxAcross());
            add(whole, point.fmaxWhole());
            add(kinks, point.kink());
            if (point.place().image() < path.points().size() - 1) {
                steps.add(point.stepToNext());
            }
        }
        EnergyProfile.Point summit = path.summit();
        json.putObject("saddle").put("coordinate_ang", summit.coordinate()).put("energy_ev", summit.energy());
        return json;
    }

    private static void add(ArrayNode array, Reading reading) {
        OptionalDouble number = reading.number();
        if (number.isPresent()) {
            array.add(number.getAsDouble());
        } else {
            array.addNull();
        }
    }

    private static void addSlope(ArrayNode slopes, ArrayNode sources, Slope slope) {
        switch (slope) {
            case Slope.FromForces(double value) -> {
                slopes.add(value);
                sources.add("forces");
            }
            case Slope.FromEnergies(double value) -> {
                slopes.add(value);
                sources.add("energies");
            }
            case Slope.Missing _ -> {
                slopes.addNull();
                sources.addNull();
            }
        }
    }

    private static ArrayNode minima(RecordedPath path) {
        ArrayNode array = NODES.arrayNode();
        for (EnergyProfile.Minimum minimum : path.profile().minima()) {
            array.addObject()
                    .put("coordinate_ang", minimum.point().coordinate())
                    .put("energy_ev", minimum.point().energy())
                    .put("depth_ev", minimum.depth());
        }
        return array;
    }

    private static ArrayNode gaps(BandRecord record) {
        ArrayNode array = NODES.arrayNode();
        record.gaps().forEach(gap -> array.addObject().put("what", gap.what()).put("todo", gap.todo()));
        return array;
    }

    private static ArrayNode texts(Iterable<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
