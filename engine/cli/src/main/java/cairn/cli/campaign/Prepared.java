package cairn.cli.campaign;

import cairn.campaign.plan.Plan;
import cairn.campaign.run.Campaign;
import cairn.campaign.view.CampaignView;
import cairn.campaign.yaml.Problem;
import cairn.cli.engine.WorkflowCall;
import cairn.cluster.profile.Profile;
import java.nio.file.Path;
import java.util.List;

/// A campaign that can be run or looked at: its plan, its folder, its cluster.
record Prepared(WorkflowCall call, Plan plan, List<Problem> warnings, Path folder, Profile profile) {
    Prepared {
        warnings = List.copyOf(warnings);
    }

    /// As it stands now.
    CampaignView view() {
        return Campaign.view(folder, plan.steps());
    }
}
