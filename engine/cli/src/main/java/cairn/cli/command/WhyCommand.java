package cairn.cli.command;

import cairn.campaign.step.StepId;
import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `cairn why STEP`.
@Command(
        name = "why",
        header = "Say why a step waits, failed, ran again or was corrected.",
        description = {
            "Names the part that changed when a step has to run again: its inputs, the results it builds on, the code, or the potential."
        },
        footer = {"", "Example:", "  cairn why hop --dir campaigns/li-in-silicon"})
final class WhyCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    @Parameters(paramLabel = "STEP", description = "The step, as the workflow names it.")
    private StepId step;

    @Mixin
    private FolderOption folder = new FolderOption();

    @Mixin
    private OutputOption output = new OutputOption();

    WhyCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() {
        return engine.why(folder.folder(), step, output.console(console)).status();
    }
}
