package cairn.cli.command;

import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `cairn cancel [DIR]`.
@Command(
        name = "cancel",
        header = "Cancel the jobs of a campaign.",
        description = {"Jobs that wait or run are cancelled; results are kept. Run the workflow again to go on."},
        footer = {"", "Example:", "  cairn cancel campaigns/li-in-silicon"})
final class CancelCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    @Mixin
    private FolderArgument folder = new FolderArgument();

    @Mixin
    private OutputOption output = new OutputOption();

    CancelCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() {
        return engine.cancel(folder.folder(), output.console(console)).status();
    }
}
