package cairn.cli.command;

import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `cairn schema`.
@Command(
        name = "schema",
        header = "Print the JSON Schema of the workflow language.",
        description = {"For editors that complete and check YAML by a schema."},
        footer = {"", "Example:", "  cairn schema > workflow.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    SchemaCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() {
        return engine.schema(console).status();
    }
}
