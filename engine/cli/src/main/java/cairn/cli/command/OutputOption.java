package cairn.cli.command;

import cairn.cli.engine.Console;
import picocli.CommandLine.Option;

/// How the answer is written.
final class OutputOption {
    @Option(names = "--json", description = "Write the answer as JSON on stdout.")
    private boolean json;

    Console console(Console console) {
        return console.as(json ? Console.Format.JSON : Console.Format.TEXT);
    }
}
