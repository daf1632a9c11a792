package cairn.cli;

import cairn.campaign.step.StepId;
import cairn.cli.engine.BandCall;
import cairn.cli.engine.CampaignFolder;
import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import cairn.cli.engine.Exit;
import cairn.cli.engine.WorkflowCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Remembers what it was asked, and answers as it is told to.
final class RecordingEngine implements Engine {
    private final List<String> calls = new ArrayList<>();
    private final List<Console.Format> formats = new ArrayList<>();
    private Supplier<Exit> answer = () -> Exit.DONE;

    void answerWith(Exit exit) {
        answer = () -> exit;
    }

    void failWith(RuntimeException failure) {
        answer = () -> {
            throw failure;
        };
    }

    List<String> calls() {
        return calls;
    }

    List<Console.Format> formats() {
        return formats;
    }

    @Override
    public Exit check(WorkflowCall call, Console console) {
        return record("check " + call, console);
    }

    @Override
    public Exit plan(WorkflowCall call, Console console) {
        return record("plan " + call, console);
    }

    @Override
    public Exit run(WorkflowCall call, Console console) {
        return record("run " + call, console);
    }

    @Override
    public Exit runByCalendar(WorkflowCall call, String cron, Console console) {
        return record("run at " + cron + " " + call, console);
    }

    @Override
    public Exit status(CampaignFolder folder, Console console) {
        return record("status " + folder, console);
    }

    @Override
    public Exit why(CampaignFolder folder, StepId step, Console console) {
        return record("why " + folder + " " + step, console);
    }

    @Override
    public Exit report(CampaignFolder folder, Console console) {
        return record("report " + folder, console);
    }

    @Override
    public Exit band(BandCall call, Console console) {
        return record("band " + call, console);
    }

    @Override
    public Exit parse(List<Path> files, Console console) {
        return record("parse " + files, console);
    }

    @Override
    public Exit cancel(CampaignFolder folder, Console console) {
        return record("cancel " + folder, console);
    }

    @Override
    public Exit logs(CampaignFolder folder, StepId step, Console console) {
        return record("logs " + folder + " " + step, console);
    }

    @Override
    public Exit schema(Console console) {
        return record("schema", console);
    }

    @Override
    public Exit work(Path attemptDirectory, Console console) {
        return record("work " + attemptDirectory, console);
    }

    private Exit record(String call, Console console) {
        calls.add(call);
        formats.add(console.format());
        return answer.get();
    }
}
