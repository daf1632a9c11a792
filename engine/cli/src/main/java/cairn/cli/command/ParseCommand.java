package cairn.cli.command;

import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `cairn parse FILE...`.
@Command(
        name = "parse",
        header = "What the outputs of codes say, and whether they are finished.",
        description = {
            "Recognises the code by what the file says, and uses what belongs to it and lies beside it. An end marker alone proves nothing: the verdict is complete, unconverged, out_of_time, crashed, truncated, not_this_calculation or unknown_code. Energy, forces and stress are those of the last whole step; the energy is the one that the forces belong to.",
            "With --json, one object on one line for each file; stress_gpa is xx, yy, zz, yz, xz, xy, positive under tension, as in ASE."
        },
        footer = {
            "",
            "Exit status:",
            "    0  every file is complete",
            "    1  one is not",
            "    2  one cannot be read",
            "",
            "Example:",
            "  cairn parse runs/*/pw.out --json"
        })
final class ParseCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Outputs, of one code or of several; those that gzip packed, too.")
    private List<Path> files = List.of();

    @Mixin
    private OutputOption output = new OutputOption();

    ParseCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() {
        return engine.parse(files, output.console(console)).status();
    }
}
