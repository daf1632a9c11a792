package cairn.campaign.site;

import cairn.campaign.driver.JobScripts;
import cairn.campaign.work.order.WorkOrder;
import cairn.cluster.Resources;
import cairn.cluster.Token;
import cairn.cluster.profile.Profile;
import cairn.cluster.script.JobScript;
import cairn.cluster.script.TimeLimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Scripts as a profile wants them. A command that is Cairn itself runs as one process, whatever starts parallel codes.
public record ProfileScripts(Profile profile, List<String> cairn) implements JobScripts {
    public ProfileScripts {
        cairn = List.copyOf(cairn);
    }

    @Override
    public String render(Token token, Path directory, Resources resources, List<String> command, List<String> outputs) {
        JobScript.Preparation preparation = profile.preparationFor(resources);
        TimeLimit limit = profile.timeLimit(resources);
        if (!command.getFirst().equals(WorkOrder.COMMAND.getFirst())) {
            return new JobScript(token, directory, resources.cores(), limit, preparation, command, outputs).render();
        }
        List<String> words = new ArrayList<>(cairn);
        words.addAll(command.subList(1, command.size()));
        return new JobScript(token, directory, resources.cores(), limit, preparation.withoutLauncher(), words, outputs)
                .render();
    }
}
