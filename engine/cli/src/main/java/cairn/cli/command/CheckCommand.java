package cairn.cli.command;

import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `cairn check FILE`.
@Command(
        name = "check",
        header = "Say every problem of a workflow at once.",
        description = {
            "Reads the workflow and its structures, and says all that is wrong with it: syntax, names, types, references, physics. Starts nothing and creates nothing."
        },
        footer = {"", "Example:", "  cairn check workflows/li-in-silicon/workflow.yaml"})
final class CheckCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    @Mixin
    private WorkflowOptions workflow = new WorkflowOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    CheckCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() {
        return engine.check(workflow.call(), output.console(console)).status();
    }
}
