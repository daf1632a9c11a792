package cairn.cli.command;

import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `cairn run FILE`.
@Command(
        name = "run",
        header = "Start a campaign, or go on with it.",
        description = {
            "Runs the workflow to its end and writes the report. The same command goes on after an interruption of any kind: what is done is not done again. Ctrl-C detaches; jobs go on."
        },
        footer = {"", "Example:", "  cairn run workflows/li-in-silicon/workflow.yaml --cluster NAME"})
final class RunCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    @Mixin
    private WorkflowOptions workflow = new WorkflowOptions();

    @Option(
            names = "--cron",
            paramLabel = "EXPRESSION",
            description = "Stay, and start the campaign or go on with it at each of these times. "
                    + "Six fields, seconds first: \"0 0 6 * * ?\" is every day at six. Ctrl-C ends it.")
    private Optional<String> cron = Optional.empty();

    @Mixin
    private OutputOption output = new OutputOption();

    RunCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() {
        Console chosen = output.console(console);
        return cron.map(times -> engine.runByCalendar(workflow.call(), times, chosen))
                .orElseGet(() -> engine.run(workflow.call(), chosen))
                .status();
    }
}
