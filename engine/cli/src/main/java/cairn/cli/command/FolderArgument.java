package cairn.cli.command;

import cairn.cli.engine.CampaignFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The campaign as a plain argument, or as `--dir` like everywhere else.
final class FolderArgument {
    private CampaignFolder folder = new CampaignFolder.Unsaid();

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The campaign's folder (default: this folder, or the only one in campaigns/).")
    void argument(Path path) {
        folder = new CampaignFolder.At(path);
    }

    @Option(names = "--dir", paramLabel = "DIR", description = "The same, by name.")
    void option(Path path) {
        folder = new CampaignFolder.At(path);
    }

    CampaignFolder folder() {
        return folder;
    }
}
