package cairn.cli.command;

import cairn.cli.engine.CampaignFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where the campaign lives.
final class FolderOption {
    private CampaignFolder folder = new CampaignFolder.Unsaid();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The campaign's folder (default: campaigns/<workflow name> under the current folder).")
    void folder(Path path) {
        folder = new CampaignFolder.At(path);
    }

    CampaignFolder folder() {
        return folder;
    }
}
