package cairn.cli.command;

import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `cairn plan FILE`.
@Command(
        name = "plan",
        header = "Show every job that a run would start.",
        description = {
            "Every step with its jobs, what is done already and why the rest must run, where each setting comes from, and the core-hours asked for. Starts nothing."
        },
        footer = {"", "Example:", "  cairn plan workflows/li-in-silicon/workflow.yaml --set code=lammps"})
final class PlanCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    @Mixin
    private WorkflowOptions workflow = new WorkflowOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    PlanCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() {
        return engine.plan(workflow.call(), output.console(console)).status();
    }
}
