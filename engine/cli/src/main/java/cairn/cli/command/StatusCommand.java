package cairn.cli.command;

import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `cairn status [DIR]`.
@Command(
        name = "status",
        header = "One screen: steps, jobs, barriers so far.",
        description = {"Also says what each step waits for."},
        footer = {"", "Example:", "  cairn status campaigns/li-in-silicon"})
final class StatusCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    @Mixin
    private FolderArgument folder = new FolderArgument();

    @Mixin
    private OutputOption output = new OutputOption();

    StatusCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() {
        return engine.status(folder.folder(), output.console(console)).status();
    }
}
