package cairn.cli.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// Which campaign is meant.
public sealed interface CampaignFolder {
    /// Where campaigns live below the current folder, each under the name of its workflow.
    Path CAMPAIGNS = Path.of("campaigns");

    /// The folder that the user named.
    record At(Path path) implements CampaignFolder {}

    /// The user named none.
    record Unsaid() implements CampaignFolder {}

    /// The folder of a workflow's campaign.
    default Path of(String workflowName) {
        return switch (this) {
            case At(var path) -> path;
            case Unsaid() -> CAMPAIGNS.resolve(workflowName);
        };
    }

    /// The campaign that a command without a workflow is about: the one named, else the current folder if it is
    /// a campaign, else those below `campaigns`.
    default Found find(Path current, Predicate<Path> isCampaign) {
        return switch (this) {
            case At(var path) -> isCampaign.test(path) ? new Found.One(path) : new Found.None(path);
            case Unsaid() -> isCampaign.test(current) ? new Found.One(current) : below(current, isCampaign);
        };
    }

    private static Found below(Path current, Predicate<Path> isCampaign) {
        Path folder = current.resolve(CAMPAIGNS);
        List<Path> campaigns = Files.isDirectory(folder) ? children(folder, isCampaign) : List.of();
        return switch (campaigns.size()) {
            case 0 -> new Found.None(folder);
            case 1 -> new Found.One(campaigns.getFirst());
            default -> new Found.Several(campaigns);
        };
    }

    private static List<Path> children(Path folder, Predicate<Path> isCampaign) {
        try (var children = Files.list(folder)) {
            return children.filter(isCampaign).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /// What a search for the campaign found.
    sealed interface Found {
        record One(Path folder) implements Found {}

        /// There is no campaign in the folder looked at.
        record None(Path lookedAt) implements Found {}

        /// More than one: the user must say which.
        record Several(List<Path> folders) implements Found {
            public Several {
                folders = List.copyOf(folders);
            }
        }
    }
}
