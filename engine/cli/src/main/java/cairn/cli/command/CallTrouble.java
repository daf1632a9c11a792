package cairn.cli.command;

import cairn.campaign.yaml.NearestName;
import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A wrong call, explained in one line.
final class CallTrouble {
    private CallTrouble() {}

    static int explain(ParameterException trouble, Console console) {
        console.complain(what(trouble) + "; see '"
                + trouble.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
        return Exit.WRONG.status();
    }

    private static String what(ParameterException trouble) {
        CommandLine command = trouble.getCommandLine();
        if (trouble instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command);
        }
        return Optional.ofNullable(trouble.getMessage())
                .flatMap(message -> message.lines().findFirst())
                // Picocli 4.7.7 says the word twice for KEY=VALUE options.
                .map(message -> message.replace("option option", "option"))
                .orElse("the call is wrong");
    }

    private static String unmatched(UnmatchedArgumentException trouble, CommandLine command) {
        String word = trouble.getUnmatched().getFirst();
        boolean inner = command.getSubcommands().isEmpty();
        if (word.startsWith("-")) {
            return "unknown option '" + word + "'" + nearest(word, options(command));
        }
        return inner
                ? "unexpected argument '" + word + "'"
                : "unknown command '" + word + "'" + nearest(word, visibleCommands(command));
    }

    private static String nearest(String word, List<String> known) {
        return NearestName.of(word, known)
                .map(name -> ", did you mean '" + name + "'?")
                .orElse("; known: " + String.join(", ", known));
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .map(option -> option.longestName())
                .toList();
    }

    private static List<String> visibleCommands(CommandLine command) {
        return command.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(entry -> entry.getKey())
                .collect(Collectors.toList());
    }
}
