package cairn.cli.command;

import cairn.campaign.step.StepId;
import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import cairn.cli.progress.Terminal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cairn` itself, and all its commands.
@Command(
        name = "cairn",
        header = "Campaigns of atomistic calculations on HPC clusters, and the barriers in them.",
        version = "cairn " + CairnCommand.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit status:",
            "    0  all steps are done",
            "    1  a step failed for good",
            "    2  the workflow or the call is wrong; nothing was started",
            "    3  the world is in the way (cluster unreachable, disk full); nothing is lost, run again",
            "   70  a fault of Cairn itself",
            "  130  detached with Ctrl-C; jobs go on",
            "",
            "Example:",
            "  cairn run workflows/li-in-silicon/workflow.yaml"
        })
public final class CairnCommand {
    public static final String VERSION = "0.1.0";

    // Picocli looks at the annotations of these two; nobody reads the fields.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--help", usageHelp = true, scope = CommandLine.ScopeType.INHERIT, description = "Show this help.")
    private boolean help;

    @SuppressWarnings("UnusedVariable")
    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    private boolean version;

    private CairnCommand() {}

    /// The command line, ready to be executed.
    public static CommandLine of(Engine engine, Console console) {
        var cairn = new CommandLine(new CairnCommand());
        commands(engine, console).forEach(cairn::addSubcommand);
        cairn.registerConverter(StepId.class, CairnCommand::step);
        return cairn.setUsageHelpWidth(100)
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(console.terminal())))
                .setParameterExceptionHandler((trouble, _) -> CallTrouble.explain(trouble, console))
                .setExecutionExceptionHandler((trouble, _, _) -> Faults.explain(trouble, console));
    }

    private static CommandLine.Help.Ansi ansi(Terminal terminal) {
        return terminal instanceof Terminal.Live live && live.colour()
                ? CommandLine.Help.Ansi.ON
                : CommandLine.Help.Ansi.OFF;
    }

    private static StepId step(String name) {
        try {
            return new StepId(name);
        } catch (IllegalArgumentException _) {
            throw new CommandLine.TypeConversionException("'" + name + "' is not a step name");
        }
    }

    private static List<Object> commands(Engine engine, Console console) {
        return List.of(
                new CheckCommand(engine, console),
                new PlanCommand(engine, console),
                new RunCommand(engine, console),
                new StatusCommand(engine, console),
                new WhyCommand(engine, console),
                new ReportCommand(engine, console),
                new BandCommand(engine, console),
                new ParseCommand(engine, console),
                new CancelCommand(engine, console),
                new LogsCommand(engine, console),
                new SchemaCommand(engine, console),
                new WorkCommand(engine, console));
    }
}
