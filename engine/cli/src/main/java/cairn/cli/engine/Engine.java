package cairn.cli.engine;

import cairn.campaign.step.StepId;
import java.nio.file.Path;
import java.util.List;

/// The engine, as the commands see it.
public interface Engine {
    /// Says every problem of the workflow at once; creates nothing.
    Exit check(WorkflowCall call, Console console);

    /// Shows every job that a run would start, and why.
    Exit plan(WorkflowCall call, Console console);

    /// Starts the campaign, or goes on with it, until all is done, something failed, or the user detaches.
    Exit run(WorkflowCall call, Console console);

    /// The same at each time that a cron expression names, with the workflow read anew, until the user leaves.
    Exit runByCalendar(WorkflowCall call, String cron, Console console);

    /// One screen: steps, jobs, barriers so far.
    Exit status(CampaignFolder folder, Console console);

    /// Why a step waits, failed, ran again or was corrected.
    Exit why(CampaignFolder folder, StepId step, Console console);

    /// Writes report.html, results.json and figures, also of an unfinished campaign.
    Exit report(CampaignFolder folder, Console console);

    /// Profile and barrier of a band that someone else's code ran.
    Exit band(BandCall call, Console console);

    /// What outputs of codes say, and whether they are finished.
    Exit parse(List<Path> files, Console console);

    /// Cancels the jobs of a campaign.
    Exit cancel(CampaignFolder folder, Console console);

    /// Shows what the jobs of a step wrote.
    Exit logs(CampaignFolder folder, StepId step, Console console);

    /// Prints the JSON Schema of the workflow language.
    Exit schema(Console console);

    /// Computes inside a job, in its attempt directory.
    Exit work(Path attemptDirectory, Console console);
}
