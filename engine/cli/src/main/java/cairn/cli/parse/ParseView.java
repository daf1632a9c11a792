package cairn.cli.parse;

import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import cairn.codes.catalogue.Outputs;
import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Verdict;
import cairn.structure.format.FormatException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads output files and says what each of them says.
public final class ParseView {
    private ParseView() {}

    /// The worst of all files counts: one that cannot be read, then one that is not complete.
    public static Exit tell(List<Path> files, Console console) {
        Exit worst = Exit.DONE;
        for (Path file : files) {
            Exit exit = tell(file, console);
            worst = exit.compareTo(worst) > 0 ? exit : worst;
        }
        return worst;
    }

    private static Exit tell(Path file, Console console) {
        try {
            Optional<OutputReader> reader = Outputs.of(file);
            return reader.isPresent() ? told(file, reader.get().read(file, _ -> {}), console) : unknown(file, console);
        } catch (FormatException problem) {
            return unreadable(file, String.valueOf(problem.getMessage()), console);
        } catch (UncheckedIOException problem) {
            return unreadable(file, file + ": " + problem.getMessage(), console);
        }
    }

    private static Exit told(Path file, Output output, Console console) {
        switch (console.format()) {
            case TEXT -> new ParseText(file, output).lines().forEach(console::say);
            case JSON -> console.say(ParseJson.of(file, output).toString());
        }
        return output.verdict() instanceof Verdict.Complete ? Exit.DONE : Exit.STEP_FAILED;
    }

    private static Exit unknown(Path file, Console console) {
        String message = "this is no output that Cairn knows; it knows " + String.join("; ", Outputs.known());
        switch (console.format()) {
            case TEXT -> console.say(file + ": " + message);
            case JSON -> console.say(ParseJson.unknown(file, message).toString());
        }
        return Exit.STEP_FAILED;
    }

    private static Exit unreadable(Path file, String message, Console console) {
        console.complain(message);
        if (console.format() == Console.Format.JSON) {
            console.say(ParseJson.unreadable(file, message).toString());
        }
        return Exit.WRONG;
    }
}
