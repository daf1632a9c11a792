package cairn.cli.command;

import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `cairn report [DIR]`.
@Command(
        name = "report",
        header = "Write report.html, results.json and figures.",
        description = {"Also of an unfinished campaign."},
        footer = {"", "Example:", "  cairn report campaigns/li-in-silicon"})
final class ReportCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    @Mixin
    private FolderArgument folder = new FolderArgument();

    @Mixin
    private OutputOption output = new OutputOption();

    ReportCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() {
        return engine.report(folder.folder(), output.console(console)).status();
    }
}
