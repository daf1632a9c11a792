package cairn.cli.command;

import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `cairn work DIR`: what a job runs. Not for the command line of a user.
@Command(
        name = "work",
        hidden = true,
        header = "Compute inside a job.",
        description = {"Started by job scripts."})
final class WorkCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The attempt directory.")
    private Path directory;

    WorkCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() {
        return engine.work(directory, console).status();
    }
}
