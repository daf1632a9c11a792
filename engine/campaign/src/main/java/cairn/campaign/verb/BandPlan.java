package cairn.campaign.verb;

import cairn.campaign.work.BandTask;
import cairn.campaign.work.SearchChoice;
import cairn.neb.NebSettings;
import java.util.Objects;

/// How a band is searched, and in which jobs.
public record BandPlan(BandTask task, JobPer jobPer) {
    public BandPlan {
        Objects.requireNonNull(task);
        Objects.requireNonNull(jobPer);
    }

    /// Of a band of which nothing is asked but that its search converges.
    public BandPlan(NebSettings settings, SearchChoice search, JobPer jobPer) {
        this(BandTask.of(settings, search), jobPer);
    }

    public NebSettings settings() {
        return task.settings();
    }

    public SearchChoice search() {
        return task.search();
    }
}
