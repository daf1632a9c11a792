package cairn.cli.command;

import cairn.cli.engine.WorkflowCall;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `check`, `plan` and `run` take.
final class WorkflowOptions {
    @Parameters(paramLabel = "FILE", description = "The workflow, a YAML file.")
    private Path workflow;

    @Mixin
    private FolderOption folder = new FolderOption();

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "The cluster, by its profile in cluster/profiles (default: ${DEFAULT-VALUE}, this machine).")
    private String cluster;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Override a setting of the workflow, as in --set code=lammps. May be given again.")
    private Map<String, String> settings = new LinkedHashMap<>();

    WorkflowCall call() {
        return new WorkflowCall(workflow, folder.folder(), cluster, settings);
    }
}
