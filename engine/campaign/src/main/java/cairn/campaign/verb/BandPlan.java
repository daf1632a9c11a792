package cairn.campaign.verb;

import cairn.campaign.work.SearchChoice;
import cairn.neb.NebSettings;
import java.util.Objects;

/// How a band is searched, and in which jobs.
public record BandPlan(NebSettings settings, SearchChoice search, JobPer jobPer) {
    public BandPlan {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(search);
        Objects.requireNonNull(jobPer);
    }
}
