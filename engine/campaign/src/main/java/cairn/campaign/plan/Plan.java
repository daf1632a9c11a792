package cairn.campaign.plan;

import cairn.campaign.step.Step;
import java.util.List;

/// What a campaign is to do: its steps, each after all that it uses.
public record Plan(String name, String about, List<PlannedStep> planned) {
    public Plan {
        planned = List.copyOf(planned);
    }

    public List<Step> steps() {
        return planned.stream().map(PlannedStep::step).toList();
    }
}
