package cairn.campaign.verb.gate;

import cairn.campaign.step.StepResult;
import cairn.codes.Code;
import cairn.codes.CodeSpec;
import cairn.codes.catalogue.Codes;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Settings of a code that a convergence gate chooses.
record Converged(Consumer<ObjectNode> choice) {
    private static final String CUTOFF = "cutoff_ev";
    private static final String K_POINTS = "k_points";

    static Converged cutoff(double ev) {
        return new Converged(settings -> settings.put(CUTOFF, ev));
    }

    /// In 1/Angstrom.
    static Converged spacing(double perAngstrom) {
        return new Converged(settings -> settings.putObject(K_POINTS).put("spacing_per_ang", perAngstrom));
    }

    /// What a gate has found.
    static Converged by(StepResult gate) {
        return new Converged(settings -> {
            cutoff(gate.result().required(CUTOFF).doubleValue()).choice.accept(settings);
            spacing(gate.result().required("k_spacing_per_ang").doubleValue())
                    .choice
                    .accept(settings);
        });
    }

    /// The code with them in place of its own.
    Code of(Code code) {
        ObjectNode settings = CodeSpec.settings(code.spec());
        choice.accept(settings);
        return Codes.of(CodeSpec.of(code.name(), settings)).orElseThrow();
    }
}
