package cairn.campaign.verb;

import cairn.campaign.work.order.BandTask;
import cairn.campaign.work.order.SearchChoice;
import cairn.neb.NebSettings;
import java.util.Objects;

/// How a band is searched, in which jobs, who moves its images, and how many atoms it has as far as that is known
/// before it runs (else 0).
public record BandPlan(BandTask task, JobPer jobPer, DrivenBy drivenBy, int atoms) {
    public BandPlan {
        Objects.requireNonNull(task);
        Objects.requireNonNull(jobPer);
        Objects.requireNonNull(drivenBy);
    }

    /// Of a band that Cairn drives.
    public BandPlan(BandTask task, JobPer jobPer, int atoms) {
        this(task, jobPer, DrivenBy.CAIRN, atoms);
    }

    /// Of a band of which nothing is asked but that its search converges.
    public BandPlan(NebSettings settings, SearchChoice search, JobPer jobPer) {
        this(BandTask.of(settings, search), jobPer, 0);
    }

    public NebSettings settings() {
        return task.settings();
    }

    public SearchChoice search() {
        return task.search();
    }
}
