package cairn.cli.campaign;

import cairn.campaign.step.StepId;
import cairn.campaign.view.CampaignView;
import cairn.campaign.view.CampaignView.CalculationView;
import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import cairn.cluster.script.JobScript;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `cairn logs STEP`: what the last attempt of each calculation wrote.
final class LogsText {
    /// A log is shown from its end: what went wrong stands there.
    private static final int MOST_BYTES = 64 << 10;

    private LogsText() {}

    static Exit tell(Prepared prepared, CampaignView view, StepId id, Console console) {
        return WhyText.step(view, id, console)
                .map(step -> {
                    if (step.calculations().isEmpty()) {
                        console.say(id + " has run nothing yet");
                    }
                    step.calculations().forEach(calculation -> tell(prepared, calculation, console));
                    return Exit.DONE;
                })
                .orElse(Exit.WRONG);
    }

    private static void tell(Prepared prepared, CalculationView calculation, Console console) {
        calculation.state().lastAttempt().ifPresent(attempt -> {
            Path directory = prepared.folder().resolve(attempt.directory());
            for (String name : List.of(JobScript.STDOUT, JobScript.STDERR)) {
                show(directory.resolve(name), console);
            }
        });
    }

    private static void show(Path file, Console console) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        console.say("==> " + file + " <==");
        console.out().print(tail(file));
        console.out().flush();
    }

    private static String tail(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - MOST_BYTES);
            in.seek(from);
            byte[] bytes = new byte[Math.toIntExact(in.length() - from)];
            in.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return from == 0 ? text : "[... " + from + " bytes before]\n" + text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
