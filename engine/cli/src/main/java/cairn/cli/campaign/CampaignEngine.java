package cairn.cli.campaign;

import cairn.campaign.language.Language;
import cairn.campaign.language.verbs.Verbs;
import cairn.campaign.plan.Checked;
import cairn.campaign.step.StepId;
import cairn.campaign.view.CampaignView;
import cairn.campaign.work.Work;
import cairn.cli.band.BandView;
import cairn.cli.engine.BandCall;
import cairn.cli.engine.CampaignFolder;
import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import cairn.cli.engine.Exit;
import cairn.cli.engine.WorkflowCall;
import cairn.cli.parse.ParseView;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/// The engine on this machine.
public final class CampaignEngine implements Engine {
    private final Installation installation;

    public CampaignEngine(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Exit check(WorkflowCall call, Console console) {
        return switch (Campaigns.check(call, installation)) {
            case Checked.Good(var plan, var warnings) -> {
                Assessment.tell(warnings, console);
                if (console.format() == Console.Format.TEXT) {
                    int steps = plan.planned().size();
                    console.say(call.workflow() + ": " + steps + (steps == 1 ? " step" : " steps")
                            + ", no problems that block");
                }
                yield Exit.DONE;
            }
            case Checked.Bad(var problems) -> {
                Assessment.tell(problems, console);
                yield Exit.WRONG;
            }
        };
    }

    @Override
    public Exit plan(WorkflowCall call, Console console) {
        return Campaigns.prepare(call, installation, console)
                .map(prepared -> PlanText.tell(prepared, installation, console))
                .orElse(Exit.WRONG);
    }

    @Override
    public Exit run(WorkflowCall call, Console console) {
        return Campaigns.prepare(call, installation, console)
                .map(prepared -> new Running(prepared, installation, console).run(Running.Goal.FINISH))
                .orElse(Exit.WRONG);
    }

    @Override
    public Exit runByCalendar(WorkflowCall call, String cron, Console console) {
        return Campaigns.prepare(call, installation, console)
                .map(_ -> new RunsByCalendar(() -> run(call, console), console).at(cron))
                .orElse(Exit.WRONG);
    }

    @Override
    public Exit status(CampaignFolder folder, Console console) {
        return viewed(folder, console, (prepared, view) -> StatusText.tell(prepared, view, console));
    }

    @Override
    public Exit why(CampaignFolder folder, StepId step, Console console) {
        return viewed(folder, console, (prepared, view) -> WhyText.tell(prepared, view, step, console));
    }

    @Override
    public Exit report(CampaignFolder folder, Console console) {
        return viewed(folder, console, (prepared, view) -> {
            List<Path> written = ReportFolder.write(prepared, view, installation);
            written.forEach(file -> console.say(file.toString()));
            return Exit.DONE;
        });
    }

    @Override
    public Exit band(BandCall call, Console console) {
        return BandView.tell(call, console);
    }

    @Override
    public Exit parse(List<Path> files, Console console) {
        return ParseView.tell(files, console);
    }

    @Override
    public Exit cancel(CampaignFolder folder, Console console) {
        return Campaigns.find(folder, installation, console)
                .map(prepared -> new Running(prepared, installation, console).run(Running.Goal.CANCEL))
                .orElse(Exit.WRONG);
    }

    @Override
    public Exit logs(CampaignFolder folder, StepId step, Console console) {
        return viewed(folder, console, (prepared, view) -> LogsText.tell(prepared, view, step, console));
    }

    @Override
    public Exit schema(Console console) {
        console.say(new Language(Verbs.all(), Assessment.vocabulary()).schema().toPrettyString());
        return Exit.DONE;
    }

    @Override
    public Exit work(Path attemptDirectory, Console console) {
        Work.run(attemptDirectory, cores());
        return Exit.DONE;
    }

    /// The job's script says how many cores the job has; without it we are not in a job of ours.
    private static int cores() {
        String cores = System.getenv().getOrDefault("CAIRN_CORES", "1");
        return cores.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(cores) : 1;
    }

    private Exit viewed(CampaignFolder folder, Console console, BiFunction<Prepared, CampaignView, Exit> tell) {
        return Campaigns.find(folder, installation, console)
                .map(prepared -> tell.apply(prepared, prepared.view()))
                .orElse(Exit.WRONG);
    }
}
