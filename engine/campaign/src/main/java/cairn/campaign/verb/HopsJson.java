package cairn.campaign.verb;

import cairn.neb.MinimumEnergyPath.Convergence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The bands of hops that follow each other as one band, in the form in which calculations tell of theirs.
///
/// Its barriers are those of the whole path: the highest saddle point, seen from either end. `hops` tells of each hop
/// its own barriers, and `minima` which images are the minima between them.
record HopsJson(List<ObjectNode> bands, String from, String to) {
    private static final List<String> SUMS = List.of("force_evaluations", "rounds", "iterations", "modelled_images");
    private static final List<String> OF_IMAGES =
            List.of("energies_ev", "slopes_ev_per_ang", "fmax_ev_per_ang", "evaluated", "uncertainties_ev");
    private static final List<String> OF_HOP = List.of(
            "barrier_forward_ev",
            "barrier_reverse_ev",
            "barrier_uncertainty_ev",
            "reaction_energy_ev",
            "converged",
            "force_evaluations");

    /// A path of one hop is told as any other band.
    ObjectNode whole(int evaluatedBesides) {
        ObjectNode whole = bands.size() == 1 ? bands.getFirst().deepCopy() : joined();
        return whole.put(
                "force_evaluations", whole.required("force_evaluations").intValue() + evaluatedBesides);
    }

    private ObjectNode joined() {
        ObjectNode highest = highest();
        double first = energy(bands.getFirst(), 0);
        double last = energy(bands.getLast(), images(bands.getLast()) - 1);
        ObjectNode whole = Details.object();
        whole.set("code_version", bands.getFirst().required("code_version"));
        whole.put("barrier_forward_ev", saddle(highest) - first);
        whole.put("barrier_reverse_ev", saddle(highest) - last);
        highest.optional("barrier_uncertainty_ev").ifPresent(known -> whole.set("barrier_uncertainty_ev", known));
        whole.put("reaction_energy_ev", last - first);
        whole.put("converged", weakest().name());
        whole.put("fmax_ev_per_ang", largest("fmax_ev_per_ang"));
        whole.set("search", bands.getFirst().required("search"));
        if (bands.getFirst().has("went_on_as_plain")) {
            whole.put(
                    "went_on_as_plain",
                    bands.stream()
                            .anyMatch(band -> band.required("went_on_as_plain").booleanValue()));
        }
        SUMS.stream().filter(bands.getFirst()::has).forEach(key -> whole.put(key, sum(key)));
        whole.set("hops", hops());
        whole.put(
                "highest_image",
                offset(highest) + highest.required("highest_image").intValue());
        whole.set("minima", minima());
        whole.set("profile", profile(highest));
        whole.set("images", joined(band -> band.required("images")));
        whole.set("intermediate_minima", remaining());
        return whole;
    }

    private ObjectNode highest() {
        return bands.stream().max(Comparator.comparingDouble(HopsJson::saddle)).orElseThrow();
    }

    /// The energy of the saddle point of a hop, eV.
    private static double saddle(ObjectNode band) {
        return energy(band, 0) + band.required("barrier_forward_ev").doubleValue();
    }

    private static double energy(ObjectNode band, int image) {
        return band.required("profile").required("energies_ev").get(image).doubleValue();
    }

    private static int images(ObjectNode band) {
        return band.required("images").size();
    }

    /// Of all hops the least is true of the path.
    private Convergence weakest() {
        return bands.stream()
                .map(band -> Convergence.valueOf(band.required("converged").stringValue()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private double largest(String key) {
        return bands.stream()
                .mapToDouble(band -> band.required(key).doubleValue())
                .max()
                .orElseThrow();
    }

    private int sum(String key) {
        return bands.stream().mapToInt(band -> band.required(key).intValue()).sum();
    }

    /// The image of the whole path that is the first one of a hop; a minimum is an image of the hop before it.
    private int offset(ObjectNode band) {
        return IntStream.range(0, bands.indexOf(band))
                .map(before -> images(bands.get(before)) - 1)
                .sum();
    }

    private ArrayNode minima() {
        ArrayNode minima = Details.object().putArray("minima");
        bands.subList(1, bands.size()).forEach(band -> minima.add(offset(band)));
        return minima;
    }

    private ArrayNode hops() {
        ArrayNode hops = Details.object().putArray("hops");
        double start = energy(bands.getFirst(), 0);
        for (int i = 0; i < bands.size(); i++) {
            ObjectNode band = bands.get(i);
            ObjectNode hop = hops.addObject().put("from", end(i)).put("to", end(i + 1));
            hop.put("energy_from_ev", energy(band, 0) - start);
            OF_HOP.stream().filter(band::has).forEach(key -> hop.set(key, band.required(key)));
        }
        return hops;
    }

    /// What stands before the hop of this number, if they are counted from 0.
    private String end(int hop) {
        return hop == 0 ? from : hop == bands.size() ? to : "minimum " + hop;
    }

    private ObjectNode profile(ObjectNode highest) {
        ObjectNode profile = Details.object();
        profile.set("coordinates_ang", shifted(band -> band.required("profile").required("coordinates_ang")));
        OF_IMAGES.forEach(
                key -> profile.set(key, joined(band -> band.required("profile").required(key))));
        JsonNode saddle = highest.required("profile").required("saddle");
        profile.putObject("saddle")
                .put(
                        "coordinate_ang",
                        length(highest) + saddle.required("coordinate_ang").doubleValue())
                .put("energy_ev", saddle.required("energy_ev").doubleValue());
        ObjectNode curve = profile.putObject("curve");
        curve.set("coordinates_ang", shifted(band -> curve(band).required("coordinates_ang")));
        curve.set("energies_ev", joined(band -> curve(band).required("energies_ev")));
        return profile;
    }

    private static JsonNode curve(ObjectNode band) {
        return band.required("profile").required("curve");
    }

    /// How long the path is before a hop, Angstrom.
    private double length(ObjectNode band) {
        ToDoubleFunction<ObjectNode> last = before -> {
            JsonNode coordinates = before.required("profile").required("coordinates_ang");
            return coordinates.get(coordinates.size() - 1).doubleValue();
        };
        return bands.subList(0, bands.indexOf(band)).stream().mapToDouble(last).sum();
    }

    /// Lists of all hops one after another; where two meet, the first says what is there.
    private ArrayNode joined(Function<ObjectNode, JsonNode> list) {
        ArrayNode all = Details.object().putArray("all");
        for (ObjectNode band : bands) {
            list.apply(band).valueStream().skip(all.isEmpty() ? 0 : 1).forEach(all::add);
        }
        return all;
    }

    private ArrayNode shifted(Function<ObjectNode, JsonNode> coordinates) {
        List<Double> all = new ArrayList<>();
        for (ObjectNode band : bands) {
            double before = length(band);
            coordinates
                    .apply(band)
                    .valueStream()
                    .skip(all.isEmpty() ? 0 : 1)
                    .forEach(coordinate -> all.add(before + coordinate.doubleValue()));
        }
        ArrayNode array = Details.object().putArray("all");
        all.forEach(array::add);
        return array;
    }

    /// The minima that no cut was made at.
    private ObjectNode remaining() {
        List<JsonNode> ofHops =
                bands.stream().map(band -> band.required("intermediate_minima")).toList();
        return Details.object()
                .put(
                        "count",
                        ofHops.stream()
                                .mapToInt(hop -> hop.required("count").intValue())
                                .sum())
                .put(
                        "deepest_ev",
                        ofHops.stream()
                                .mapToDouble(hop -> hop.required("deepest_ev").doubleValue())
                                .max()
                                .orElse(0));
    }
}
