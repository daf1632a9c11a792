package cairn.campaign.finding;

import cairn.campaign.finding.Finding.Severity;
import cairn.campaign.finding.Finding.Value;
import cairn.neb.MinimumEnergyPath.Convergence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// The rules for a path that was found: E5, W3, W4, W5, W6.
public final class PathFindings {
    /// Above this a barrier is not converged, eV/Angstrom.
    private static final double LOOSEST_FMAX = 0.05;
    /// Between two images farther apart than this the curve is a guess, Angstrom.
    private static final double LONGEST_STEP = 1;
    /// An image counts as higher than another by more than what codes write, eV.
    private static final double SAME_ENERGY = 1e-4;

    private final String step;
    private final JsonNode path;
    private final double[] energies;
    private final List<Finding> findings = new ArrayList<>();

    private PathFindings(String step, JsonNode path) {
        this.step = step;
        this.path = path;
        this.energies = numbers("energies_ev");
    }

    /// Of the path that a calculation of a step tells, as the package `cairn.campaign.work` writes it.
    public static List<Finding> of(String step, JsonNode path) {
        PathFindings rules = new PathFindings(step, path);
        rules.fmax();
        rules.converged();
        rules.top();
        rules.steps();
        rules.endpoints();
        rules.barriers();
        rules.minima();
        return List.copyOf(rules.findings);
    }

    private double[] numbers(String key) {
        return path.required("profile")
                .required(key)
                .valueStream()
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private void add(String code, Severity severity, String where, String sentence, Value... values) {
        findings.add(new Finding(code, severity, step + where, sentence, Arrays.asList(values)));
    }

    private void fmax() {
        double fmax = path.required("fmax_ev_per_ang").doubleValue();
        if (fmax > LOOSEST_FMAX) {
            add(
                    "E5",
                    Severity.BLOCK,
                    "",
                    String.format(
                            Locale.ROOT,
                            "The forces on the band are still %.3f eV/Angstrom; above %.2f there is no barrier to"
                                    + " report. Give the step fmax: %.2f or less.",
                            fmax,
                            LOOSEST_FMAX,
                            LOOSEST_FMAX),
                    new Value("fmax_ev_per_ang", fmax),
                    new Value("fmax_allowed_ev_per_ang", LOOSEST_FMAX));
        }
    }

    private void converged() {
        switch (Convergence.valueOf(path.required("converged").stringValue())) {
            case NONE ->
                add(
                        "E5",
                        Severity.BLOCK,
                        "",
                        "Neither the path nor its saddle point has converged. Give the search more iterations, or look"
                                + " for a minimum on the way.");
            case PATH ->
                add(
                        "E5",
                        Severity.BLOCK,
                        "",
                        "No image climbed, so none stands on the saddle point and the barrier is too low by an unknown"
                                + " amount. Take climbing: when-settled.");
            case SADDLE ->
                add(
                        "W4",
                        Severity.WARN,
                        "",
                        "Nobody has looked whether exactly one mode is imaginary at the saddle point. Take verify: saddle,"
                                + " or a calculation of its vibrations, before you report a rate.");
            case VERIFIED -> {}
        }
    }

    private int highest() {
        return IntStream.range(0, energies.length)
                .reduce((a, b) -> energies[b] > energies[a] + SAME_ENERGY ? b : a)
                .orElseThrow();
    }

    private void top() {
        int highest = highest();
        int interior = IntStream.range(1, energies.length - 1)
                .reduce((a, b) -> energies[b] > energies[a] ? b : a)
                .orElse(0);
        if (highest == 0 || highest == energies.length - 1) {
            add(
                    "E5",
                    Severity.BLOCK,
                    ", image " + highest,
                    "The highest image is an endpoint: no saddle point lies between the two. See whether both endpoints"
                            + " are minima, and whether they are neighbours.",
                    new Value("energy_of_endpoint_ev", energies[highest]),
                    new Value("highest_energy_between_ev", energies[interior]));
        }
    }

    private void steps() {
        double[] coordinates = numbers("coordinates_ang");
        int longest = IntStream.range(1, coordinates.length)
                .reduce((a, b) -> coordinates[b] - coordinates[b - 1] > coordinates[a] - coordinates[a - 1] ? b : a)
                .orElseThrow();
        double step = coordinates[longest] - coordinates[longest - 1];
        if (step > LONGEST_STEP) {
            add(
                    "W3",
                    Severity.WARN,
                    ", image " + longest,
                    String.format(
                            Locale.ROOT,
                            "Images %d and %d are %.2f Angstrom apart; with more than %.0f the curve between them is a"
                                    + " guess. Take more interior_images.",
                            longest - 1,
                            longest,
                            step,
                            LONGEST_STEP),
                    new Value("step_ang", step),
                    new Value("step_allowed_ang", LONGEST_STEP));
        }
    }

    private void endpoints() {
        double[] forces = numbers("fmax_ev_per_ang");
        for (int image : List.of(0, forces.length - 1)) {
            if (forces[image] > LOOSEST_FMAX) {
                add(
                        "W5",
                        Severity.WARN,
                        ", image " + image,
                        String.format(
                                Locale.ROOT,
                                "The endpoint %d is no minimum: a force of %.3f eV/Angstrom acts there. Relax it"
                                        + " further.",
                                image,
                                forces[image]),
                        new Value("fmax_ev_per_ang", forces[image]),
                        new Value("fmax_allowed_ev_per_ang", LOOSEST_FMAX));
            }
        }
    }

    private void barriers() {
        for (String way : List.of("forward", "reverse")) {
            double barrier = path.required("barrier_" + way + "_ev").doubleValue();
            if (barrier < 0) {
                add(
                        "W5",
                        Severity.WARN,
                        "",
                        String.format(
                                Locale.ROOT,
                                "The %s barrier is %.4f eV: the saddle point lies below that endpoint, which is no"
                                        + " minimum.",
                                way,
                                barrier),
                        new Value("barrier_" + way + "_ev", barrier));
            }
        }
    }

    /// Minima that nobody has relaxed.
    private void minima() {
        JsonNode minima = path.path("intermediate_minima");
        int count = minima.path("count").asInt(0);
        if (count > 0) {
            double deepest = minima.required("deepest_ev").doubleValue();
            add(
                    "W6",
                    Severity.WARN,
                    "",
                    String.format(
                            Locale.ROOT,
                            "The path has %s on its way, %.0f meV deep: it is %d hops, of which only the highest"
                                    + " saddle point was searched. Let the step cut it, with split: 20 meV, and each"
                                    + " minimum and hop is found.",
                            count == 1 ? "a minimum" : count + " minima",
                            1e3 * deepest,
                            count + 1),
                    new Value("minima", count),
                    new Value("deepest_ev", deepest));
        }
    }
}
