package cairn.cli.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a step knows while it still runs, in a line: the barrier with one standard deviation, what it has cost, and
/// how much longer it may take; of a code that moves the atoms by itself, how far that has come.
final class SoFar {
    private SoFar() {}

    static String inShort(ObjectNode progress) {
        List<String> parts = new ArrayList<>();
        if (progress.has("hops")) {
            parts.add(progress.required("hops_found").asInt() + " of "
                    + progress.required("hops").asInt() + " hops found");
        }
        if (progress.has("stages")) {
            parts.add(progress.required("stages_done").asInt() + " of "
                    + progress.required("stages").asInt() + " stages done");
        }
        if (progress.has("cutoffs")) {
            parts.add(progress.path("cutoffs").size() + " cutoffs and "
                    + progress.path("k_spacings").size() + " distances of k-points tried");
        }
        if (progress.has("steps")) {
            parts.addAll(ofRun(progress));
        }
        if (progress.has("barrier_forward_ev")) {
            parts.add("barrier so far " + barrier(progress));
        }
        if (progress.has("force_evaluations")) {
            parts.add(count(progress, "force_evaluations", "evaluation") + " in " + count(progress, "rounds", "round"));
        }
        if (progress.has("rounds_left")) {
            parts.add("about " + count(progress, "rounds_left", "round") + " left");
        }
        if (progress.path("went_on_as_plain").asBoolean(false)) {
            parts.add("gone on as a plain band");
        }
        if (progress.path("verifying").asBoolean(false)) {
            parts.add("verifying the saddle point");
        }
        return String.join(", ", parts);
    }

    /// Of a code that moves the atoms by itself.
    private static List<String> ofRun(ObjectNode progress) {
        List<String> parts = new ArrayList<>(List.of(count(progress, "steps", "step") + " done"));
        if (progress.has("energy_ev")) {
            parts.add("energy so far " + ev(progress.required("energy_ev")) + " eV");
        }
        if (progress.has("fmax_ev_per_ang")) {
            parts.add("fmax " + ev(progress.required("fmax_ev_per_ang")) + " eV/Angstrom");
        }
        return parts;
    }

    private static String barrier(ObjectNode progress) {
        String barrier = ev(progress.required("barrier_forward_ev"));
        return progress.has("barrier_uncertainty_ev")
                ? barrier + " +- " + ev(progress.required("barrier_uncertainty_ev")) + " eV"
                : barrier + " eV";
    }

    private static String ev(JsonNode number) {
        return String.format(Locale.ROOT, "%.4f", number.doubleValue());
    }

    private static String count(ObjectNode progress, String key, String noun) {
        int count = progress.path(key).asInt(0);
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
