package cairn.campaign.finding;

import cairn.campaign.finding.Finding.Severity;
import cairn.campaign.finding.Finding.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The rules for what a DFT code has said besides energies and forces: W7, W10.
public final class CodeFindings {
    /// More entropy of the electrons than this, eV/atom, and the smearing is part of the answer.
    private static final double MOST_ENTROPY = 1e-3;
    /// A cell with a smaller moment, in Bohr magnetons, has none.
    private static final double LEAST_MOMENT = 0.05;

    private CodeFindings() {}

    /// Of a step, the settings of its code, and what its calculation has beside its result (nothing, if nothing is
    /// known).
    public static List<Finding> of(String step, ObjectNode settings, JsonNode said) {
        List<Finding> findings = new ArrayList<>();
        JsonNode entropy = said.path("largest_entropy_ev_per_atom");
        if (entropy.isNumber() && entropy.doubleValue() > MOST_ENTROPY) {
            findings.add(smeared(step, settings, entropy.doubleValue()));
        }
        JsonNode moment = said.path("smallest_moment_bohr");
        if (moment.isNumber() && moment.doubleValue() < LEAST_MOMENT && beganWithMoments(settings)) {
            findings.add(collapsed(step, moment.doubleValue()));
        }
        return List.copyOf(findings);
    }

    private static Finding smeared(String step, ObjectNode settings, double entropy) {
        String sentence = String.format(
                Locale.ROOT,
                "Smeared occupations hold T*S = %.1f meV per atom; above %.0f the width is part of the energy. Take a"
                        + " smaller smearing_width, or compare only energies of the same width.",
                1e3 * entropy,
                1e3 * MOST_ENTROPY);
        List<Value> values = new ArrayList<>();
        values.add(new Value("entropy_ev_per_atom", entropy));
        settings.optional("smearing_width_ev")
                .ifPresent(width -> values.add(new Value("smearing_width_ev", width.doubleValue())));
        return new Finding("W7", Severity.WARN, step, sentence, values);
    }

    private static Finding collapsed(String step, double moment) {
        return new Finding(
                "W10",
                Severity.WARN,
                step,
                "The moments that it began with are gone: the cell has none. See whether other moments to start from"
                        + " give a lower energy.",
                List.of(new Value("moment_bohr", moment)));
    }

    /// All of one sign: those of an antiferromagnet cancel.
    private static boolean beganWithMoments(ObjectNode settings) {
        double[] moments = settings.path("moments")
                .valueStream()
                .mapToDouble(JsonNode::doubleValue)
                .filter(moment -> moment != 0)
                .toArray();
        return moments.length > 0
                && Arrays.stream(moments).map(Math::signum).distinct().count() == 1;
    }
}
