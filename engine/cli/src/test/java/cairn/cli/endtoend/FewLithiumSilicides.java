package cairn.cli.endtoend;

import java.util.ArrayList;
import java.util.List;

/// A part of the campaign of `workflows/li-si-phases` that takes seconds: three relaxed, one symmetric, one perturbed,
/// and five volumes for each of the three.
final class FewLithiumSilicides {
    static final String WORKFLOW =
            CairnProcess.ROOT.resolve("workflows/li-si-phases/workflow.yaml").toString();

    static final KilledEngine.Load LOAD = new KilledEngine.Load(
            WORKFLOW,
            List.of(
                    "matrix.phase=[Si, LiSi, Li]",
                    "matrix.soft=[Li7Si3]",
                    "matrix.seed=[1]",
                    "steps.voltage.path=[Si, LiSi]",
                    "steps.state.volumes=5"),
            20);

    private FewLithiumSilicides() {}

    /// The command that runs it on this machine, in a folder.
    static String[] locally(String folder) {
        List<String> command = new ArrayList<>(List.of("run", WORKFLOW, "--dir", folder));
        command.addAll(LOAD.options());
        return command.toArray(String[]::new);
    }
}
