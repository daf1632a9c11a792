package cairn.cli.command;

import cairn.campaign.step.StepId;
import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `cairn logs STEP`.
@Command(
        name = "logs",
        header = "Show what the jobs of a step wrote.",
        description = {"The last attempt of every calculation of the step."},
        footer = {"", "Example:", "  cairn logs hop --dir campaigns/li-in-silicon"})
final class LogsCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    @Parameters(paramLabel = "STEP", description = "The step, as the workflow names it.")
    private StepId step;

    @Mixin
    private FolderOption folder = new FolderOption();

    @Mixin
    private OutputOption output = new OutputOption();

    LogsCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() {
        return engine.logs(folder.folder(), step, output.console(console)).status();
    }
}
