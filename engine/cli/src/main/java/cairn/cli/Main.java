package cairn.cli;

import cairn.cli.campaign.CampaignEngine;
import cairn.cli.campaign.Installation;
import cairn.cli.command.CairnCommand;
import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import cairn.cli.progress.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The entry of the `cairn` command.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var console = new Console(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Terminal.of(System.getenv()),
                Console.Format.TEXT);
        System.exit(run(new CampaignEngine(installation()), console, arguments));
    }

    private static Installation installation() {
        Launch launch = Launch.ofThisProcess();
        return Installation.of(
                launch.home(), Path.of(System.getProperty("user.home")), launch.cairn(), CairnCommand.VERSION);
    }

    /// Runs one command and returns its exit status.
    public static int run(Engine engine, Console console, String... arguments) {
        String[] words = arguments.length == 0 ? new String[] {"--help"} : arguments;
        int status = CairnCommand.of(engine, console).execute(words);
        console.out().flush();
        console.err().flush();
        return status;
    }

    /// UTF-8 whatever the locale says: batch systems run with none, and Angstrom is a letter.
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
