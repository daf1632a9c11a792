package cairn.campaign.driver;

import cairn.cluster.Scheduler;
import cairn.cluster.Transport;
import java.nio.file.Path;

/// One cluster as a campaign uses it. `folder` is the campaign's folder as the jobs see it: attempt directories lie
/// under it.
public record Site(
        Scheduler scheduler,
        Transport transport,
        Evidence evidence,
        JobScripts scripts,
        Path folder,
        Settings settings) {}
