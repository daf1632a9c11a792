package cairn.campaign.verb;

import cairn.neb.NebSettings;
import java.util.Objects;

/// How a band is searched, and in which jobs.
public record BandPlan(NebSettings settings, JobPer jobPer) {
    public BandPlan {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(jobPer);
    }
}
