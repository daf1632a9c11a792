package cairn.campaign.driver;

import cairn.cluster.Resources;
import cairn.cluster.Token;
import java.nio.file.Path;
import java.util.List;

/// Writes the script of a job: claim, command, sentinel. Pure.
public interface JobScripts {
    String render(Token token, Path directory, Resources resources, List<String> command, List<String> outputs);
}
