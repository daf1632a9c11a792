package cairn.campaign.driver;

import cairn.campaign.journal.ObjectStore;
import cairn.cluster.Scheduler;
import cairn.cluster.Transport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// All that a driver reaches the world through. `folder` is the campaign's folder as the jobs see it;
/// `random` spreads the pauses of many campaigns that wait for the same cluster.
public record Ports(
        InstantSource clock,
        Scheduler scheduler,
        Transport transport,
        Evidence evidence,
        JobScripts scripts,
        ObjectStore objects,
        Path folder,
        BooleanSupplier cancelRequested,
        RandomGenerator random) {}
