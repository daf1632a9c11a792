package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The campaign of `workflows/li-in-silicon`, and what it must show.
final class FirstCampaign {
    static final String WORKFLOW =
            CairnProcess.ROOT.resolve("workflows/li-in-silicon/workflow.yaml").toString();

    private FirstCampaign() {}

    static Path results(Path folder) {
        return folder.resolve("campaigns/li-in-silicon/results.json");
    }

    /// Li Td-Hex-Td in Si64 on the Li-Si MEAM: 0.5537 eV by LAMMPS's own NEB; symmetric, as the crystal is.
    static void assertBarrier(Path folder) throws IOException {
        JsonNode steps =
                JsonMapper.shared().readTree(Files.readString(results(folder))).required("steps");
        assertThat(List.copyOf(steps.propertyNames())).containsExactly("host", "start", "end", "hop");
        assertThat(steps.valueStream().map(step -> step.required("state").stringValue()))
                .containsOnly("done");
        JsonNode hop = steps.required("hop").required("result");
        double forward = hop.required("barrier_forward_ev").doubleValue();
        assertThat(forward).isCloseTo(0.554, within(0.003));
        assertThat(hop.required("barrier_reverse_ev").doubleValue()).isCloseTo(forward, within(1e-3));
    }
}
