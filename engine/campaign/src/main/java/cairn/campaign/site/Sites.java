package cairn.campaign.site;

import cairn.campaign.driver.Settings;
import cairn.campaign.driver.Site;
import cairn.cluster.Transport;
import cairn.cluster.local.LocalTransport;
import cairn.cluster.profile.Profile;
import cairn.cluster.profile.Schedulers;
import cairn.cluster.shell.CommandRunner;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Makes the site that a campaign is run on.
public final class Sites {
    private Sites() {}

    /// The site of a profile. `folder` is the campaign's, absolute; `spool` the queue of this machine; `cairn` the argv
    /// that starts Cairn inside a job.
    public static Site of(Profile profile, Path folder, Path spool, List<String> cairn) {
        Transport transport = new LocalTransport();
        return new Site(
                Schedulers.of(profile, spool, CommandRunner.inherited(), InstantSource.system()),
                transport,
                new JobEvidence(transport),
                new ProfileScripts(profile, cairn),
                folder,
                settings(profile));
    }

    private static Settings settings(Profile profile) {
        Settings usual = switch (profile.site()) {
            case Profile.Local _ -> Settings.local();
            case Profile.Slurm _ -> Settings.cluster();
        };
        return new Settings(
                profile.maxQueuedJobs(),
                usual.submitsPerTurn(),
                usual.cleanAnswers(),
                usual.settle(),
                usual.submitSettle(),
                usual.visibility(),
                usual.maxSubmits());
    }
}
